using System.Text;

namespace Bot.Benchmarks.Reading;

/// <summary>One of 2,000 Applications (19.8 KB): 15 resources, 10 history entries, the result of the last operation, managedFields.</summary>
internal static class SampleApplication
{
    private const string At = "2026-11-20T23:11:07Z";
    private static readonly string Padding = "{\"f:status\":{" + string.Join(',', Enumerable.Range(0, 215).Select(index => $"\"f:field{index:d3}\":{{\".\":{{}}}}")) + "}}";

    public static string Json(int number)
    {
        var name = $"service-{number}-prod";
        var revision = $"{number:x8}9046cc92cea6e901b78fb57b52f224ae";
        var source = $$$$"""{"repoURL":"https://github.com/acme/wealist-argo-helm.git","path":"charts/service-{{{{number}}}}","targetRevision":"main","helm":{"valueFiles":["values.yaml","../../environments/base.yaml","../../environments/prod.yaml","../../environments/prod-ap-northeast-2.yaml"],"parameters":[{"name":"image.tag","value":"v1.8.{{{{number % 9}}}}"},{"name":"replicas","value":"3"},{"name":"resources.limits.memory","value":"512Mi"}]}}""";
        var text = new StringBuilder(21_000);
        text.Append($$$$"""{"apiVersion":"argoproj.io/v1alpha1","kind":"Application","metadata":{"name":"{{{{name}}}}","namespace":"argocd","uid":"{{{{number:x8}}}}-0000-4000-8000-b2014515264a","resourceVersion":"{{{{number + 5000}}}}","generation":7,"creationTimestamp":"2026-10-01T00:00:00Z","labels":{"environment":"prod","team":"team-{{{{number % 50}}}}"},"annotations":{"argocd.argoproj.io/tracking-id":"wealist-apps-prod:argoproj.io/Application:argocd/{{{{name}}}}"},"finalizers":["resources-finalizer.argocd.argoproj.io"],"managedFields":[{"manager":"argocd-application-controller","operation":"Update","apiVersion":"argoproj.io/v1alpha1","time":"{{{{At}}}}","fieldsType":"FieldsV1","fieldsV1":{{{{Padding}}}}}]},""");
        text.Append($$$$"""{{{{"\"spec\""}}}}:{"project":"wealist-prod","source":{{{{source}}}},"destination":{"server":"https://kubernetes.default.svc","namespace":"team-{{{{number % 50}}}}"},"syncPolicy":{"automated":{"prune":true,"selfHeal":true},"retry":{"limit":5,"backoff":{"duration":"5s","factor":2,"maxDuration":"3m0s"} },"syncOptions":["CreateNamespace=true","ServerSideApply=true"]}},""");
        text.Append($$$$"""{{{{"\"status\""}}}}:{"sync":{"status":"Synced","revision":"{{{{revision}}}}","comparedTo":{"source":{{{{source}}}},"destination":{"server":"https://kubernetes.default.svc","namespace":"team-{{{{number % 50}}}}"}}},"health":{"status":"Healthy","lastTransitionTime":"{{{{At}}}}"},"reconciledAt":"2026-11-21T00:29:00Z","resourceHealthSource":"appTree","resources":[""");
        text.AppendJoin(',', Enumerable.Range(0, 15).Select(index => $$$$"""{"version":"v1","kind":"ConfigMap","namespace":"team-{{{{number % 50}}}}","name":"service-{{{{number}}}}-{{{{index}}}}","status":"Synced","syncWave":{{{{index % 3}}}}}"""));
        text.Append("],\"history\":[");
        text.AppendJoin(',', Enumerable.Range(0, 10).Select(index => $$$$"""{"id":{{{{index}}}},"revision":"{{{{revision[..30]}}}}{{{{index:d10}}}}","deployStartedAt":"{{{{At}}}}","deployedAt":"{{{{At}}}}","initiatedBy":{"automated":true},"source":{{{{source}}}}}"""));
        text.Append($$$$"""],"operationState":{"phase":"Succeeded","message":"successfully synced (all tasks run)","startedAt":"{{{{At}}}}","finishedAt":"{{{{At}}}}","operation":{"initiatedBy":{"automated":true},"retry":{"limit":5},"sync":{"prune":true,"revision":"{{{{revision}}}}","syncOptions":["CreateNamespace=true","ServerSideApply=true"]}},"syncResult":{"revision":"{{{{revision}}}}","source":{{{{source}}}},"resources":[""");
        text.AppendJoin(',', Enumerable.Range(0, 15).Select(index => $$$$"""{"group":"","version":"v1","kind":"ConfigMap","namespace":"team-{{{{number % 50}}}}","name":"service-{{{{number}}}}-{{{{index}}}}","status":"Synced","message":"configmap/service-{{{{number}}}}-{{{{index}}}} serverside-applied and nothing else changed in this run of the sync","hookPhase":"Running","syncPhase":"Sync"}"""));
        return text.Append("]}},\"summary\":{\"images\":[\"prod/service:v1\"]}}}").ToString();
    }
}
