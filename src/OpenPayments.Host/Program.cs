return await OpenPayments.Host.HostProgram.RunAsync(args).ConfigureAwait(false);
