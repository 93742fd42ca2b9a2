namespace OpenPayments.Sandbox;

/// <summary>Two wallet providers to develop and test against.</summary>
public static class SandboxProgram
{
    public static void Main(string[] args) => WebApplication.CreateBuilder(args).Build().Run();
}
