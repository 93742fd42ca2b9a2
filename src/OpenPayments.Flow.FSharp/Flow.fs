namespace OpenPayments.Flow.FSharp

module internal Placeholder =
    let nothing = ()
