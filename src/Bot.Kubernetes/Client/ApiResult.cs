using System.Diagnostics.CodeAnalysis;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Client;

/// <summary>What a call brought: a value or a failure, and the warnings that the server sent along.</summary>
public readonly record struct ApiResult<T>
{
    private readonly T? value;

    private ApiResult(T? value, ApiFailure? failure, IReadOnlyList<string>? warnings)
    {
        this.value = value;
        Failure = failure;
        Warnings = warnings ?? [];
    }

    public ApiFailure? Failure { get; }

    /// <summary>Texts of the Warning headers, in their order.</summary>
    public IReadOnlyList<string> Warnings { get; }

    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsSuccess => Failure is null;

    public T Value => Failure is null ? value! : throw new InvalidOperationException($"There is no value: {Failure.Message}");

    public static ApiResult<T> Of(T value, IReadOnlyList<string>? warnings = null) => new(value, failure: null, warnings);

    public static ApiResult<T> Of(ApiFailure failure, IReadOnlyList<string>? warnings = null) => new(default, failure, warnings);

    public static implicit operator ApiResult<T>(T value) => Of(value);

    public static implicit operator ApiResult<T>(ApiFailure failure) => Of(failure);

    public ApiResult<TOther> Map<TOther>(Func<T, TOther> change) =>
        IsSuccess ? ApiResult<TOther>.Of(change(value!), Warnings) : ApiResult<TOther>.Of(Failure, Warnings);
}
