using System.Net.Http.Headers;

namespace OpenPayments.Generated;

/// <summary>
/// What a server answered, as a value: nothing about an answer is thrown. Only a request that got no answer at all throws
/// (<see cref="HttpRequestException"/>, <see cref="OperationCanceledException"/>).
/// </summary>
/// <typeparam name="T">The body of a success; <see cref="NoContent"/> where there is none.</typeparam>
public abstract record ApiResult<T>
{
    private ApiResult(int status, HttpResponseHeaders headers) => (Status, Headers) = (status, headers);

    /// <summary>The HTTP status code.</summary>
    public int Status { get; }

    /// <summary>The response's headers, for <c>Retry-After</c>, <c>Date</c> and <c>WWW-Authenticate</c>.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>Calls the function of the case that this is.</summary>
    public abstract TOut Match<TOut>(Func<Success, TOut> success, Func<Failure, TOut> failure, Func<Unreadable, TOut> unreadable);

    /// <summary>A 2xx status with a body of the declared type.</summary>
    public sealed record Success : ApiResult<T>
    {
        /// <summary>Makes a success, for stand-ins of a server in tests.</summary>
        public Success(T body, int status, HttpResponseHeaders headers) : base(status, headers) => Body = body;

        /// <summary>The body.</summary>
        public T Body { get; }

        /// <inheritdoc />
        public override TOut Match<TOut>(Func<Success, TOut> success, Func<Failure, TOut> failure, Func<Unreadable, TOut> unreadable) => success(this);
    }

    /// <summary>Any status but 2xx.</summary>
    public sealed record Failure : ApiResult<T>
    {
        /// <summary>Makes a failure, for stand-ins of a server in tests.</summary>
        public Failure(ErrorDetail? error, int status, HttpResponseHeaders headers) : base(status, headers) => Error = error;

        /// <summary>The <c>error</c> member of the body; null where the server sent none that can be read.</summary>
        public ErrorDetail? Error { get; }

        /// <inheritdoc />
        public override TOut Match<TOut>(Func<Success, TOut> success, Func<Failure, TOut> failure, Func<Unreadable, TOut> unreadable) => failure(this);
    }

    /// <summary>A 2xx status whose body is not of the declared type: the server did what was asked and cannot say what.</summary>
    public sealed record Unreadable : ApiResult<T>
    {
        /// <summary>Makes an unreadable answer, for stand-ins of a server in tests.</summary>
        public Unreadable(string why, int status, HttpResponseHeaders headers) : base(status, headers) => Why = why;

        /// <summary>What was wrong with the body: never the body itself.</summary>
        public string Why { get; }

        /// <inheritdoc />
        public override TOut Match<TOut>(Func<Success, TOut> success, Func<Failure, TOut> failure, Func<Unreadable, TOut> unreadable) => unreadable(this);
    }
}

/// <summary>The body of an answer that has none (204).</summary>
public sealed record NoContent;
