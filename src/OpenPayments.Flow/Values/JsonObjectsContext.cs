using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenPayments.Flow.Values;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, JsonElement>))]
internal sealed partial class JsonObjectsContext : JsonSerializerContext;
