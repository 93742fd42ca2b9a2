WebApplication.CreateBuilder(args).Build().Run();

/// <summary>The entry point, named so that tests can start it.</summary>
public partial class Program;
