/// The published description (openapi/workflows.arazzo.yaml) and the machines say the same: each flow, walked with honest servers,
/// asks the operations of its workflow in their order.
module OpenPayments.FSharp.Tests.WorkflowTests

open System.IO
open System.Reflection
open System.Text.RegularExpressions
open Xunit
open YamlDotNet.RepresentationModel
open OpenPayments.FSharp.Tests.Walk

let private root =
    Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
    |> Seq.pick (fun a -> if a.Key = "RepoRoot" then Option.ofObj a.Value else None)

let private load file =
    let yaml = YamlStream()
    use text = File.OpenText(Path.Combine(root, "openapi", file))
    yaml.Load text
    yaml.Documents[0].RootNode

let private member' (name: string) (node: YamlNode) =
    match node with
    | :? YamlMappingNode as map ->
        match map.Children.TryGetValue(YamlScalarNode name) with
        | true, value -> Some value
        | _ -> None
    | _ -> None

let private text (node: YamlNode) = string node
let private name key node = member' key node |> Option.map text
let private items key node = match member' key node with Some(:? YamlSequenceNode as list) -> List.ofSeq list.Children | _ -> []
let private keys key node = match member' key node with Some(:? YamlMappingNode as map) -> [ for pair in map.Children -> text pair.Key ] | _ -> []

let private arazzo = load "workflows.arazzo.yaml"
let private workflows = Map [ for workflow in items "workflows" arazzo -> (name "workflowId" workflow).Value, workflow ]

/// A step: its operation, and where to go from it besides to the next.
type private Step = { Id: string; Operation: string; Goto: string option }

/// The steps of a workflow, those of the workflows that it calls in their place.
let rec private steps workflow : Step list =
    [ for step in items "steps" workflows[workflow] do
          let id = (name "stepId" step).Value
          let goto = items "onSuccess" step |> List.tryPick (name "stepId")
          match name "workflowId" step with
          | Some called ->
              let inner = steps called |> List.map (fun s -> { s with Id = $"{id}/{s.Id}" })
              yield! List.updateAt 0 { inner.Head with Id = id } inner |> List.mapi (fun i s -> if i = inner.Length - 1 then { s with Goto = goto } else s)
          | None -> { Id = id; Operation = ((name "operationId" step).Value.Split '.') |> Array.last; Goto = goto } ]

/// Whether these operations are a way through the steps: to the next, or where a step says to go.
let rec private leads (all: Step list) (at: Step list) (operations: string list) =
    match at, operations with
    | [], [] -> true
    | step :: later, operation :: rest when step.Operation = operation ->
        leads all later rest
        || (match step.Goto with
            | Some target -> leads all (List.skipWhile (fun s -> s.Id <> target) all) rest
            | None -> false)
    | _ -> false

let private operations =
    Map [
        "GetWalletAddress", "get-wallet-address"
        "RequestGrant", "post-request"
        "RequestSubject", "post-request"
        "ContinueGrant", "post-continue"
        "CreateIncomingPayment", "create-incoming-payment"
        "CreateQuote", "create-quote"
        "CreateOutgoingPayment", "create-outgoing-payment"
        "GetOutgoingPayment", "get-outgoing-payment"
        "GetIncomingPayment", "get-incoming-payment"
        "GetSpentAmounts", "get-outgoing-payment-grant"
    ]

let private workflowOf =
    Map [
        "one-time payment", "one-time-payment"
        "remittance, fixed debit", "fixed-debit-remittance"
        "remittance, fixed receive", "fixed-receive-remittance"
        "subscription", "subscription"
        "recurring remittance, fixed debit", "recurring-fixed-debit"
        "recurring remittance, fixed receive", "recurring-fixed-receive"
        "split payment", "split-payment"
        "grant for future payments", "future-payments"
        "wallet address ownership", "wallet-ownership"
    ]

let guides () = TheoryData<string>(List.map fst Servers.orders)

[<Theory>]
[<MemberData(nameof guides)>]
let ``A flow asks exactly the operations of its workflow, in that order`` (guide: string) =
    let asked = run id [] (Servers.orders |> List.find (fst >> (=) guide) |> snd |> start) |> snd |> List.rev |> List.choose operations.TryFind
    let all = steps workflowOf[guide]
    Assert.True(leads all all asked, $"""asked: {String.concat " " asked}; described: {String.concat " " [ for s in all -> s.Operation ]}""")
    // and nothing less: without its last question it is another workflow
    Assert.False(leads all all (List.take (asked.Length - 1) asked))

[<Fact>]
let ``Every flow is described, and every workflow is a flow's or a part of one`` () =
    let called = [ for KeyValue(_, workflow) in workflows do yield! items "steps" workflow |> List.choose (name "workflowId") ]
    Assert.Equal<Set<string>>(Set(Map.values workflowOf) + Set called, Set(Map.keys workflows))

[<Fact>]
let ``Every step names an operation of the documents beside it, and nothing that was not there before`` () =
    let sources = Map [ for source in items "sourceDescriptions" arazzo -> (name "name" source).Value, (name "url" source).Value ]
    let known = Map [ for KeyValue(source, url) in sources -> source, set [ for found in Regex.Matches(File.ReadAllText(Path.Combine(root, "openapi", url)), @"operationId: (\S+)") -> found.Groups[1].Value ] ]
    for KeyValue(id, workflow) in workflows do
        let inputs = Set(match member' "inputs" workflow with Some inputs -> keys "properties" inputs | None -> [])
        let mutable outputs = Set.empty
        for step in items "steps" workflow do
            let stepId = (name "stepId" step).Value
            let where = $"{id}/{stepId}"
            match name "operationId" step, name "workflowId" step with
            | Some operation, None ->
                let parts = operation.Split '.'
                Assert.True(known[parts[1]].Contains parts[2], $"{where}: {operation}")
            | None, Some called -> Assert.True(workflows.ContainsKey called, $"{where}: {called}")
            | both -> failwithf "%s names an operation and a workflow, or neither: %O" where both
            let said = step.ToString()
            for found in Regex.Matches(said, @"\$inputs\.(\w+)") do
                Assert.True(inputs.Contains found.Groups[1].Value, $"{where}: {found.Value}")
            for found in Regex.Matches(said, @"\$steps\.([\w-]+\.outputs\.\w+)") do
                Assert.True(outputs.Contains found.Groups[1].Value, $"{where}: {found.Value}")
            outputs <- outputs + Set [ for output in keys "outputs" step -> $"{stepId}.outputs.{output}" ]
