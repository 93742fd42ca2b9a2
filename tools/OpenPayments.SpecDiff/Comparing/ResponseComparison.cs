using System.Text.Json.Nodes;
using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>The statuses that an operation answers, with their headers and bodies.</summary>
internal static class ResponseComparison
{
    public static void Compare(JsonObject before, JsonObject after, SchemaComparison schemas, Findings found)
    {
        foreach (var status in before.Concat(after).Select(r => r.Key).Distinct())
        {
            var (direction, success) = (Usage.Of(status), Usage.Of(status) == Direction.Answer);
            if (!before.ContainsKey(status))
            {
                found.Add(status, "new status", success ? OperationRules.SuccessAdded : OperationRules.ErrorAdded);
            }
            else if (!after.ContainsKey(status))
            {
                found.Add(status, "status removed", success ? OperationRules.SuccessRemoved : OperationRules.ErrorRemoved);
            }
            else
            {
                var (old, now) = (before[status].Obj(), after[status].Obj());
                Headers(old["headers"].Obj(), now["headers"].Obj(), status, direction, found);
                Bodies.Compare(old, now, status, direction, schemas, found);
            }
        }
    }

    private static void Headers(JsonObject before, JsonObject after, string status, Direction direction, Findings found)
    {
        var headers = new Findings(direction);
        foreach (var name in after.Select(h => h.Key).Where(n => !before.ContainsKey(n)))
            headers.Add(status, $"new header `{name}`", MemberRules.Added(required: after[name].Obj()["required"].IsTrue(), closed: false));
        foreach (var name in before.Select(h => h.Key).Where(n => !after.ContainsKey(n)))
            headers.Add(status, $"header `{name}` removed", MemberRules.Removed(required: before[name].Obj()["required"].IsTrue(), closed: false));
        found.AddAll(headers);
    }
}
