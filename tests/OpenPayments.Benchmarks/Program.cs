using BenchmarkDotNet.Running;
using OpenPayments.Benchmarks;

if (args is ["flow"]) OpenPayments.Benchmarks.Flow.FlowCost.Print();
else if (args is ["stub"]) await StubServer.RunAsync();
else if (args is ["cpu"]) await CpuReport.RunAsync();
else if (args is ["host-cpu"]) await HostCpuReport.RunAsync();
else BenchmarkSwitcher.FromAssembly(typeof(StubServer).Assembly).Run(args);
