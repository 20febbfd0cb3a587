using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Client.Transport;

/// <summary>Carries a failure through the layers of HTTP that know only exceptions; the client turns it back into a value.</summary>
internal sealed class ApiFailureException(ApiFailure failure, Exception? inner = null) : Exception(failure.Message, inner)
{
    public ApiFailure Failure => failure;

    /// <summary>The failure inside whatever HttpClient wrapped around it.</summary>
    public static ApiFailure? Find(Exception? problem)
    {
        for (; problem is not null; problem = problem.InnerException)
        {
            if (problem is ApiFailureException known)
            {
                return known.Failure;
            }
        }

        return null;
    }
}
