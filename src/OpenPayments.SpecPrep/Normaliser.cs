using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// The transformations, in order; each names the schema of Open Payments 1.1-1.3 that needs it.
///  1 servers    one document per server -> one document; tag = server, path prefix dropped by templates       (all three)
///  2 noise      examples, header parameters Signature/Signature-Input, non-2xx bodies                         (resource-server parameters, auth-server error-*)
///  3 refs       a $ref with siblings keeps the siblings; a $ref to a scalar is inlined                        (receiver, walletAddress, interval)
///  4 nullable   anyOf/oneOf with {type:'null'}, or type:[T,'null']  -> nullable                               (outgoing-payment-grant)
///  5 single     anyOf/oneOf/allOf of one -> that one                                                          (incoming-payment-with-methods.methods.items)
///  6 allOf      merged flat                                                                                   (incoming-payment-with-methods)
///  7 hoisting   inline object / enum / union -> named component                                               (request bodies, 200 bodies, finish, sub_ids ...)
///  8 unions     oneOf/anyOf -> abstract base + cases + a recogniser for each case                             (client, access-item, limits-outgoing, grant request/response, quote/outgoing-payment body, incoming payment GET)
///  9 numbers    string+format uint64 -> integer+x-op-as-string                                                (amount.value)
/// 10 maps       object without properties -> map of any                                                       (metadata, details, did-document)
/// 11 closed     no additionalProperties keyword -> false                                                      (everything else)
/// </summary>
public sealed class Normaliser(Names names, bool refit)
{
    private readonly JsonObject _schemas = [];                   // target components.schemas, by C# name
    private readonly Dictionary<string, string> _shapes = [];    // C# name -> canonical text, to share equal types between servers
    private readonly HashSet<string> _inProgress = [];
    private readonly SortedSet<string> _errorCodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _caseOf = [];    // component -> union it belongs to
    private string _file = "";
    private JsonObject _doc = [];

    public JsonObject Run(IEnumerable<(string Name, JsonObject Doc)> specs)
    {
        var paths = new JsonObject();
        string? version = null, first = null;
        foreach (var (name, doc) in specs)
        {
            (_file, _doc) = (name, doc);
            first ??= Names.Pascal(name);
            version = doc["info"]?["version"]?.GetValue<string>() ?? version;
            var global = doc["security"] as JsonArray;
            foreach (var (path, item) in Obj(doc["paths"]))
            {
                var shared = item!["parameters"] as JsonArray ?? [];
                var outItem = new JsonObject();
                foreach (var (method, op) in Obj(item).Where(m => m.Key is "get" or "post" or "put" or "patch" or "delete"))
                    outItem[method] = Operation(name, path, Obj(op), shared, op!["security"] as JsonArray ?? global);
                paths["/" + name + (path == "/" ? "" : path)] = outItem;
            }
            CollectErrorCodes(doc);
        }
        Component("ErrorResponse", ErrorShape());
        ((JsonObject)_schemas["ErrorResponse"]!)["x-op-error-codes"] = Strings(_errorCodes);
        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "Open Payments", ["version"] = version ?? "0" },
            ["x-op-refit"] = refit,
            ["x-op-context-client"] = first + "Api",
            ["x-op-types"] = Strings(_schemas.Select(s => _schemas[s.Key]!["x-op-csharp"]?.GetValue<string>() ?? s.Key)),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = _schemas,
                ["securitySchemes"] = new JsonObject { ["GNAP"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "Authorization" } },
            },
        };
    }

    // ---- operations --------------------------------------------------------------------------------------------------

    private JsonObject Operation(string server, string path, JsonObject op, JsonArray shared, JsonArray? security)
    {
        var id = op["operationId"]?.GetValue<string>() ?? throw Fail($"{path}: no operationId");
        var name = names.Of("operation:" + id, Names.Pascal(id));
        var result = new JsonObject
        {
            ["operationId"] = name,
            ["tags"] = Strings([Names.Pascal(server)]),
            ["summary"] = Clone(op["summary"]),
            ["description"] = Clone(op["description"]),
            ["x-op-route"] = path,
            ["x-op-auth"] = security is not { Count: > 0 } ? "none" : SignatureIsOptional(op, shared) ? "optional" : "required",
        };
        var parameters = new JsonArray();
        foreach (var p in shared.Concat(op["parameters"] as JsonArray ?? []).Select(p => Obj(Deref(p!))))
        {
            var pn = Text(p, "name");
            if (Text(p, "in") != "query") continue;   // path: the caller has the absolute URL; header: written by the signing handler
            parameters.Add(new JsonObject
            {
                ["name"] = pn, ["in"] = "query", ["required"] = Clone(p["required"]) ?? false,
                ["description"] = Clone(p["description"]), ["schema"] = Schema(p["schema"]!, name + Names.Pascal(pn)),
            });
        }
        result["parameters"] = parameters;
        if (Content(op["requestBody"]) is { } body)
            result["requestBody"] = new JsonObject
            {
                ["required"] = Clone(op["requestBody"]!["required"]) ?? false,
                ["content"] = Json(Schema(body, name + "Request")),
            };
        var responses = new JsonObject();
        foreach (var (status, r) in Obj(op["responses"]).Where(r => r.Key.StartsWith('2')))
        {
            var resp = new JsonObject { ["description"] = Clone(r!["description"]) ?? "" };
            if (Content(Deref(r!)) is { } s) resp["content"] = Json(Schema(s, name + "Response"));
            responses[status] = resp;
        }
        result["responses"] = responses;
        return result;
    }

    /// <summary>The published way to say "may be called without a token": the Signature header is declared but not required (GET incoming payment).</summary>
    private bool SignatureIsOptional(JsonObject op, JsonArray shared) => shared.Concat(op["parameters"] as JsonArray ?? []).Select(p => Obj(Deref(p!)))
        .Any(p => Text(p, "in") == "header" && Text(p, "name") == "Signature" && p["required"]?.GetValue<bool>() != true);

    private JsonNode? Content(JsonNode? n) => n is null ? null : Deref(n)["content"]?["application/json"]?["schema"];
    private static JsonObject Json(JsonNode schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    // ---- schemas -----------------------------------------------------------------------------------------------------

    /// <summary>Normalises a schema where it is used. Returns a scalar/array/map schema, or a $ref to a component.</summary>
    private JsonNode Schema(JsonNode source, string hint)
    {
        var s = Obj(source);
        if (s["$ref"]?.GetValue<string>() is { } pointer)
        {
            var target = Obj(Resolve(pointer));
            if (pointer.StartsWith("#/components/parameters/")) target = Obj(target["schema"]!["$ref"]?.GetValue<string>() == pointer ? new JsonObject { ["type"] = "string" } : target["schema"]);
            var result = Schema(target, TypeName(pointer));
            return Annotate(result, s);
        }
        s = Collapse(s, out var nullable);
        if (s.ContainsKey("$ref")) return Nullable(Schema(s, hint), nullable);
        JsonNode r =
            Cases(s) is { } ? Ref(Union(hint, s))
            : s["allOf"] is JsonArray ? Schema(MergeAllOf(s), hint)
            : s["enum"] is JsonArray ? Ref(Component(hint, new JsonObject { ["type"] = "string", ["description"] = Clone(s["description"]), ["enum"] = Clone(s["enum"]) }))
            : s["properties"] is JsonObject ? Ref(Record(hint, s))
            : Text(s, "type") switch
            {
                "array" => new JsonObject { ["type"] = "array", ["items"] = Schema(s["items"] ?? new JsonObject(), Names.Singular(hint)), ["description"] = Clone(s["description"]) },
                "object" => new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject(), ["description"] = Clone(s["description"]) },
                "string" when Text(s, "format") == "uint64" => new JsonObject { ["type"] = "integer", ["format"] = "uint64", ["x-op-as-string"] = true, ["description"] = Clone(s["description"]) },
                _ => Scalar(s),
            };
        return Nullable(r, nullable);
    }

    private string Record(string name, JsonObject s)
    {
        name = names.Of("type:" + name, name);
        if (!_inProgress.Add(name)) return name;
        var shape = new JsonObject { ["type"] = "object", ["description"] = Clone(s["description"]) };
        Properties(shape, name, Obj(s["properties"]), Required(s));
        // 11: an object is closed unless it says otherwise, so that no bag of unknown members appears on every record
        shape["additionalProperties"] = s["additionalProperties"] is JsonValue v && v.TryGetValue<bool>(out var b) && b;
        _inProgress.Remove(name);
        return Component(name, shape);
    }

    private void Properties(JsonObject shape, string owner, JsonObject properties, IReadOnlyList<string> required)
    {
        var props = new JsonObject();
        foreach (var (p, v) in properties)
        {
            props[p] = Schema(v!, owner + Names.Pascal(p));
            if (names.IsSecret(owner, p)) props[p]!["x-op-secret"] = true;   // printed as the type Secret, whose text is redacted
        }
        shape["properties"] = props;
        var req = required.Where(properties.ContainsKey).ToList();
        if (req.Count > 0) shape["required"] = Strings(req);
    }

    // ---- unions ------------------------------------------------------------------------------------------------------

    private string Union(string name, JsonObject s)
    {
        name = names.Of("type:" + name, name);
        if (_schemas.ContainsKey(name) || !_inProgress.Add(name)) return name;
        var sources = Cases(s)!.Select(c => Case.From(Obj(c!), this)).ToList();
        var objects = sources.Where(c => c.Properties is not null).ToList();
        var discriminator = Discriminator(objects);

        // members that every case has, with the same shape and the same requiredness, belong to the base (inline cases only: a
        // component that is a case keeps its own members, because it is a type in its own right)
        var inline = objects.Where(c => c.Pointer is null).ToList();
        var common = inline.Count == sources.Count && inline.Count > 1
            ? inline[0].Properties!.Select(p => p.Key).Where(p => p != discriminator && inline.All(c => c.Properties!.ContainsKey(p)
                  && Canonical(c.Properties[p]!) == Canonical(inline[0].Properties![p]!) && c.Required.Contains(p) == inline[0].Required.Contains(p))).ToList()
            : [];
        var shape = new JsonObject { ["type"] = "object", ["x-abstract"] = true, ["description"] = Clone(s["description"]), ["additionalProperties"] = false };
        Properties(shape, name, new JsonObject(common.Select(p => KeyValuePair.Create(p, Clone(inline[0].Properties![p])))), inline.FirstOrDefault()?.Required ?? []);

        var cases = new JsonArray();
        foreach (var (c, i) in sources.Select((c, i) => (c, i)))
        {
            var caseName = names.Of($"case:{name}/{i + 1}", CaseName(c, sources));
            var recogniser = new JsonObject { ["name"] = caseName };
            if (c.Properties is null)
            {
                // a scalar case: a record with one Value
                recogniser["kind"] = "scalar";
                recogniser["token"] = Text(c.Source, "type") switch { "string" => "String", "integer" or "number" => "Number", var t => throw Fail($"{name}: case {i + 1} of type '{t}' is not supported") };
                var value = new JsonObject { ["type"] = "object", ["x-op-csharp"] = $"{name}.{caseName}", ["x-op-outer"] = name, ["x-op-name"] = caseName, ["x-op-scalar"] = true };
                Derive(value, name, new JsonObject { ["value"] = Scalar(c.Source) }, ["value"], c.Source);
                _schemas[$"{name}_{caseName}"] = value;
                recogniser["csharp"] = $"{name}.{caseName}";
            }
            else
            {
                recogniser["kind"] = "record";
                recogniser["required"] = Strings(c.Required.Where(r => r != discriminator));
                if (discriminator is not null) { recogniser["tag"] = discriminator; recogniser["tagValue"] = Tag(c, discriminator); }
                string component;
                if (c.Pointer is { } pointer && !_caseOf.TryGetValue(TypeName(pointer), out var owner))
                {
                    component = TypeName(pointer);          // AccessIncoming : AccessItem
                    _caseOf[component] = name;
                    _schemas.Remove(component);
                    var derived = new JsonObject { ["type"] = "object" };
                    if (discriminator is not null) { derived["x-op-tag"] = discriminator; derived["x-op-tag-value"] = Tag(c, discriminator); }
                    Derive(derived, name, Without(c.Properties, discriminator), c.Required, c.Source, component);
                    _schemas[component] = derived;
                    recogniser["csharp"] = component;
                }
                else if (c.Pointer is not null) throw Fail($"{name}: {c.Pointer} is already a case of {_caseOf[TypeName(c.Pointer)]}; a type can be a case of one union only");
                else
                {
                    component = $"{name}_{caseName}";       // GrantRequest.WithSubject : GrantRequest
                    var derived = new JsonObject { ["type"] = "object", ["x-op-csharp"] = $"{name}.{caseName}", ["x-op-outer"] = name, ["x-op-name"] = caseName };
                    if (discriminator is not null) { derived["x-op-tag"] = discriminator; derived["x-op-tag-value"] = Tag(c, discriminator); }
                    Derive(derived, name, Without(c.Properties, [discriminator, .. common]), c.Required, c.Source, name);
                    _schemas[component] = derived;
                    recogniser["csharp"] = $"{name}.{caseName}";
                }
            }
            cases.Add(recogniser);
        }
        shape["x-op-cases"] = cases.DeepClone();   // in the order of the specification: the order of Match's parameters
        // the most demanding case is tried first, so {debitAmount} is never read as the case without required members
        shape["x-op-union"] = new JsonArray([.. cases.OrderByDescending(c => (c!["required"] as JsonArray)?.Count ?? 0).Select(Clone)]);
        shape["x-op-kind"] = s["oneOf"] is not null ? "oneOf" : "anyOf";
        _inProgress.Remove(name);
        if (sources.GroupBy(c => CaseName(c, sources)).FirstOrDefault(g => g.Count() > 1) is { } dup && cases.Select(c => Text(Obj(c), "name")).Distinct().Count() != cases.Count)
            throw Fail($"{name}: two cases would both be called '{dup.Key}'; give one a name with \"case:{name}/<number>\" in names.json");
        return Component(name, shape);
    }

    private void Derive(JsonObject target, string baseName, JsonObject properties, IReadOnlyList<string> required, JsonObject source, string? owner = null)
    {
        var own = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        Properties(own, owner ?? baseName, properties, required);
        target["description"] = Clone(source["description"]);
        target["additionalProperties"] = false;
        target["allOf"] = new JsonArray(Ref(baseName), own);
    }

    private string? Discriminator(List<Case> cases) => cases.Count < 2 ? null
        : cases[0].Properties!.Select(p => p.Key).FirstOrDefault(p => cases.All(c => c.Required.Contains(p) && Tag(c, p) is not null) && cases.Select(c => Tag(c, p)).Distinct().Count() == cases.Count);

    private string? Tag(Case c, string property)
    {
        if (c.Properties is null || c.Properties[property] is not { } p) return null;
        var s = Obj(Deref(p));
        return s["const"]?.GetValue<string>() ?? (s["enum"] is JsonArray { Count: 1 } e ? e[0]!.GetValue<string>() : null);
    }

    private string CaseName(Case c, List<Case> all)
    {
        if (c.Pointer is { } pointer) return TypeName(pointer);
        if (c.Source["title"]?.GetValue<string>() is { } title) return Names.Pascal(title);
        if (c.Properties is null) return Names.Pascal(Text(c.Source, "format") is { Length: > 0 } f ? f : Text(c.Source, "type")) + "Value";
        var own = c.Required.FirstOrDefault(r => !all.Where(o => o != c && o.Properties is not null).All(o => o.Required.Contains(r)));
        return own is null ? "Plain" : "With" + Names.Pascal(own);
    }

    private sealed record Case(JsonObject Source, string? Pointer, JsonObject? Properties, IReadOnlyList<string> Required)
    {
        public static Case From(JsonObject c, Normaliser n)
        {
            var pointer = c["$ref"]?.GetValue<string>();
            var s = pointer is null ? c : Obj(n.Resolve(pointer));
            if (s["allOf"] is JsonArray) s = n.MergeAllOf(s);
            return new(s, pointer, s["properties"] as JsonObject, n.Required(s));
        }
    }

    // ---- helpers -----------------------------------------------------------------------------------------------------

    private JsonArray? Cases(JsonObject s) => s["oneOf"] as JsonArray ?? s["anyOf"] as JsonArray;

    /// <summary>4 and 5: take null out of a union or type array; unwrap a union of one.</summary>
    private JsonObject Collapse(JsonObject s, out bool nullable)
    {
        nullable = false;
        if (s["type"] is JsonArray types)
        {
            nullable = types.Any(t => t!.GetValue<string>() == "null");
            var rest = types.Select(t => t!.GetValue<string>()).Where(t => t != "null").ToList();
            s = (JsonObject)s.DeepClone();
            if (rest.Count != 1) throw Fail("type: [" + string.Join(", ", rest) + "] is not supported");
            s["type"] = rest[0];
        }
        if (Cases(s) is not { } cases) return s;
        var real = cases.Where(c => c!["type"] is not JsonValue v || v.GetValue<string>() != "null").ToList();
        nullable |= real.Count < cases.Count;
        if (real.Count == 1)
        {
            var one = (JsonObject)real[0]!.DeepClone();
            foreach (var (k, v) in s) if (k is not ("oneOf" or "anyOf") && !one.ContainsKey(k)) one[k] = Clone(v);
            return one;
        }
        if (real.Count == cases.Count) return s;
        s = (JsonObject)s.DeepClone();
        s[s.ContainsKey("oneOf") ? "oneOf" : "anyOf"] = new JsonArray([.. real.Select(Clone)]);
        return s;
    }

    private JsonObject MergeAllOf(JsonObject s)
    {
        var r = new JsonObject { ["type"] = "object", ["description"] = Clone(s["description"]) };
        var props = new JsonObject();
        var required = new List<string>();
        foreach (var part in (s["allOf"] as JsonArray)!.Select(p => Obj(Deref(p!))).Append(Obj(s)))
        {
            var flat = part != s && part["allOf"] is JsonArray ? MergeAllOf(part) : part;
            foreach (var (k, v) in flat["properties"] as JsonObject ?? []) props[k] = Clone(v);
            required.AddRange(Required(flat));
        }
        r["properties"] = props;
        r["required"] = Strings(required.Distinct());
        return r;
    }

    private string Component(string name, JsonObject shape)
    {
        var canonical = Canonical(shape);
        if (_shapes.TryGetValue(name, out var known))
        {
            if (known == canonical) return name;
            var other = Names.Pascal(_file) + name;
            if (!_shapes.ContainsKey(other)) Console.WriteLine($"{_file}.yaml(1,1): warning OPGEN003: '{name}' differs from the type of the same name in another server; it becomes '{other}'");
            name = other;
        }
        _shapes[name] = canonical;
        if (!_caseOf.ContainsKey(name)) _schemas[name] = shape;
        return name;
    }

    private string TypeName(string pointer) => names.Of("type:" + Names.Pascal(pointer.Split('/')[^1]), Names.Pascal(pointer.Split('/')[^1]));
    private JsonNode Resolve(string pointer) => pointer.TrimStart('#', '/').Split('/').Aggregate((JsonNode)_doc, (n, p) => n[p.Replace("~1", "/").Replace("~0", "~")] ?? throw Fail($"dangling $ref {pointer}"));
    private JsonNode Deref(JsonNode n) => n is JsonObject o && o["$ref"]?.GetValue<string>() is { } p ? Deref(Resolve(p)) : n;
    private IReadOnlyList<string> Required(JsonObject s) => (s["required"] as JsonArray)?.Select(r => r!.GetValue<string>()).ToList() ?? [];
    private static JsonObject Without(JsonObject o, params IEnumerable<string?> keys) => new(o.Where(p => !keys.Contains(p.Key)).Select(p => KeyValuePair.Create(p.Key, Clone(p.Value))));
    private static JsonObject Scalar(JsonObject s) => new(s.Where(p => p.Key is "type" or "format" or "description" or "minimum" or "maximum" or "pattern" or "minLength" or "maxLength" or "deprecated").Select(p => KeyValuePair.Create(p.Key, Clone(p.Value))));
    private static JsonNode Nullable(JsonNode r, bool nullable) => !nullable ? r : r is JsonObject o && o.ContainsKey("$ref") ? new JsonObject { ["nullable"] = true, ["oneOf"] = new JsonArray(r) } : With(r, "nullable", true);
    private static JsonNode Annotate(JsonNode r, JsonObject siblings)
    {
        if (siblings["description"] is not { } d) return r;
        return r is JsonObject o && o.ContainsKey("$ref") ? new JsonObject { ["description"] = Clone(d), ["oneOf"] = new JsonArray(r) } : With(r, "description", Clone(d)!);
    }
    private static JsonNode With(JsonNode n, string key, JsonNode v) { n[key] = v; return n; }
    private static JsonNode Ref(string name) => new JsonObject { ["$ref"] = "#/components/schemas/" + name };
    private static JsonNode? Clone(JsonNode? n) => n?.DeepClone();
    private static JsonObject Obj(JsonNode? n) => n as JsonObject ?? [];
    private static string Text(JsonObject o, string key) => o[key] is JsonValue v && v.TryGetValue<string>(out var s) ? s : "";
    private static JsonArray Strings(IEnumerable<string> s) => new([.. s.Select(x => (JsonNode)x)]);
    private SpecException Fail(string message) => new(_file + ".yaml", message);

    private static readonly HashSet<string> Annotations = ["description", "title", "examples", "example", "deprecated", "readOnly", "writeOnly"];
    private static string Canonical(JsonNode n) => n switch
    {
        JsonObject o => "{" + string.Join(",", o.Where(p => !(Annotations.Contains(p.Key) && p.Value is JsonValue or null)).Where(p => p.Key != "examples").OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key + ":" + (p.Value is null ? "null" : Canonical(p.Value)))) + "}",
        JsonArray a => "[" + string.Join(",", a.Select(x => x is null ? "null" : Canonical(x))) + "]",
        _ => n.ToJsonString(),
    };

    private void CollectErrorCodes(JsonObject doc)
    {
        foreach (var (name, s) in Obj(doc["components"]?["schemas"]).Where(s => s.Key.StartsWith("error-")))
            foreach (var code in s!["properties"]?["error"]?["properties"]?["code"]?["enum"] as JsonArray ?? []) _errorCodes.Add(code!.GetValue<string>());
    }

    private JsonObject ErrorShape()
    {
        var error = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["required"] = Strings(["code"]), ["properties"] = new JsonObject {
            ["code"] = new JsonObject { ["type"] = "string" }, ["description"] = new JsonObject { ["type"] = "string" },
            ["details"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject() } } };
        Component("ErrorDetail", error);
        return new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["required"] = Strings(["error"]), ["properties"] = new JsonObject { ["error"] = Ref("ErrorDetail") } };
    }
}
