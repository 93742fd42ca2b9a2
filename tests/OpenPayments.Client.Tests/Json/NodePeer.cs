using System.Diagnostics;
using System.Text;

namespace OpenPayments.Client.Tests;

/// <summary>One Node process for a whole test: a line of JSON in, the line that <c>JSON.stringify(JSON.parse(line))</c> prints out.</summary>
internal sealed class NodePeer : IDisposable
{
    private const string Script = """
        const lines = require('node:readline').createInterface({ input: process.stdin, crlfDelay: Infinity });
        lines.on('line', line => process.stdout.write(JSON.stringify(JSON.parse(line)) + '\n'));
        """;

    private readonly Process _process = Process.Start(new ProcessStartInfo("node", ["-e", Script])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    })!;

    /// <summary>What Node makes of each line, in order. Writing and reading go on at once: a pipe holds little.</summary>
    public async Task<IReadOnlyList<string>> StringifyAsync(IReadOnlyList<string> lines)
    {
        var writing = Task.Run(async () =>
        {
            foreach (var line in lines) await _process.StandardInput.WriteAsync(line + "\n");
            await _process.StandardInput.FlushAsync();
        });
        var answers = new List<string>(lines.Count);
        while (answers.Count < lines.Count && await _process.StandardOutput.ReadLineAsync() is { } answer) answers.Add(answer);
        await writing;
        return answers;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
