namespace OpenPayments.Generated.Tests;

/// <summary>About the changes themselves.</summary>
public class MutationTests
{
    [Fact]
    public void Without_a_change_nothing_breaks() => Assert.Empty(Mutations.Complaints(Printed.Code(Printed.Documents(Path.Combine(Repo.Root, "openapi")))));

    [Fact]
    public void There_are_forty_changes_at_least_and_each_has_a_name_of_its_own()
    {
        List<Mutation> all = [.. MemberMutations.All, .. UnionMutations.All, .. OperationMutations.All, .. StructureMutations.All, .. RefusedMutations.All];
        Assert.True(all.Count >= 40, $"there are {all.Count}");
        Assert.Equal(all.Count, all.DistinctBy(m => m.Name).Count());
    }
}
