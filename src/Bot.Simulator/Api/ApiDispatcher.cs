using Bot.Simulator.Api.Access;
using Bot.Simulator.Api.Discovery;
using Bot.Simulator.Api.Pods;
using Bot.Simulator.Api.Reading;
using Bot.Simulator.Api.Tables;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Api.Writing;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api;

/// <summary>Leads an allowed request to what answers it. Null means that the answer has been streamed.</summary>
internal sealed class ApiDispatcher(ObjectStore store, CancellationToken stopping)
{
    private readonly ServerPaths paths = new(store);
    private readonly SelfReviews reviews = new(store.Clock);
    private readonly ListReader lists = new(store);
    private readonly WatchStreamer watches = new(store, stopping);
    private readonly ObjectWrites writes = new(store);
    private readonly Deletions deletions = new(store);
    private readonly ScaleSubresource scales = new(store);
    private readonly NamespaceFinalize finalize = new(store);
    private readonly Evictions evictions = new(store);
    private readonly PodLogs logs = new(store, stopping);

    public async Task<ApiAnswer?> AnswerAsync(HttpContext context, ApiUser user, ApiRequest request)
    {
        if (request.Resource.Length == 0)
        {
            return paths.Answer(context.Request) ?? ApiAnswer.PageNotFound();
        }

        var body = HttpMethods.IsGet(context.Request.Method) ? new RequestBody("", ReadOnlyMemory<byte>.Empty) : await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        if (request.Verb == "create" && reviews.Answer(user, request, body) is { } review)
        {
            return review;
        }

        var kind = store.Installed().FirstOrDefault(known => known.Group == request.Group && known.Version == request.Version && known.Plural == request.Resource);
        if (kind is null || (request.Namespace.Length > 0 && !kind.Namespaced && kind != SimulatedKinds.Namespace))
        {
            return ApiAnswer.PageNotFound();
        }

        if (kind == SimulatedKinds.Pod && request is { Subresource: "log", Verb: "get" })
        {
            return await logs.SendAsync(context, request.Namespace, request.Name);
        }

        var form = Negotiation.Choose(context.Request.Headers.Accept.ToString());
        if (form == MediaForm.None)
        {
            return NotAcceptable(context.Request);
        }

        var table = new TableView(kind, store.Clock, context.Request.Query["includeObject"].ToString());
        var call = new Call(context, new ObjectView(kind, form, table), table, request, body);
        return request.Subresource.Length > 0 ? Subresource(call) : await ResourceAsync(call);
    }

    private async Task<ApiAnswer?> ResourceAsync(Call call)
    {
        var (context, view, table, request, body) = call;
        var query = context.Request.Query;
        var ns = call.Namespace;
        var named = request.Name.Length > 0;
        if (named && view.Kind.Namespaced && ns.Length == 0)
        {
            return ApiAnswer.PageNotFound();
        }

        return (request.Verb, named) switch
        {
            ("get", true) => lists.Get(view, ns, request.Name),
            ("list", false) => lists.List(view, ns, query),
            ("watch", false) => await watches.StreamAsync(context, view, table, ns),
            ("create", false) => writes.Create(view, ns, query, body),
            ("update", true) => writes.Replace(view, ns, request.Name, query, body, WriteScope.Main),
            ("patch", true) => writes.Patch(view, ns, request.Name, query, body, WriteScope.Main),
            ("delete", true) => deletions.One(view, ns, request.Name, DeleteOptions.Read(query, body)),
            ("deletecollection", false) when view.Kind != SimulatedKinds.Namespace => deletions.Many(view, ns, query, DeleteOptions.Read(query, body)),
            _ => ApiAnswer.Refusal(new StatusFailure(405, "MethodNotAllowed", "the server does not allow this method on the requested resource", new StatusDetails())),
        };
    }

    private ApiAnswer Subresource(Call call)
    {
        var (context, view, _, request, body) = call;
        var query = context.Request.Query;
        var ns = call.Namespace;
        return (request.Subresource, request.Verb) switch
        {
            ("status", "get") when view.Kind.HasStatus => lists.Get(view, ns, request.Name),
            ("status", "update") when view.Kind.HasStatus => writes.Replace(view, ns, request.Name, query, body, WriteScope.Status),
            ("status", "patch") when view.Kind.HasStatus => writes.Patch(view, ns, request.Name, query, body, WriteScope.Status),
            ("scale", "get") when view.Kind.HasScale => scales.Get(view.Kind, ns, request.Name),
            ("scale", "update") when view.Kind.HasScale => scales.Write(view.Kind, ns, request.Name, query, body, replace: true),
            ("scale", "patch") when view.Kind.HasScale => scales.Write(view.Kind, ns, request.Name, query, body, replace: false),
            ("eviction", "create") when view.Kind == SimulatedKinds.Pod => evictions.Post(ns, request.Name, query, body),
            ("finalize", "update") when view.Kind == SimulatedKinds.Namespace => finalize.Put(view, request.Name, body),

            // A custom resource without this subresource denies that the object exists at all.
            _ when view.Kind.IsCustom => ApiAnswer.Refusal(Failures.NotFound(view.Kind, request.Name)),
            _ => ApiAnswer.PageNotFound(),
        };
    }

    private static ApiAnswer NotAcceptable(HttpRequest request)
    {
        var failure = new StatusFailure(
            406,
            "NotAcceptable",
            "only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf");
        return request.Headers.Accept.ToString().Contains(StatusProtobuf.ContentType, StringComparison.Ordinal)
            ? new ApiAnswer(406, StatusProtobuf.ContentType, [StatusProtobuf.Write(failure)])
            : ApiAnswer.Refusal(failure);
    }

    private sealed record Call(HttpContext Context, ObjectView View, TableView Table, ApiRequest Request, RequestBody Body)
    {
        /// <summary>A namespace lies in no namespace, though its path names one.</summary>
        public string Namespace => View.Kind.Namespaced ? Request.Namespace : "";
    }
}
