namespace Bot.Core.Diagnosis.Platform;

/// <summary>A part of the platform that rules know by name.</summary>
internal enum Component
{
    None,
    Postgres,
    Prometheus,
    Alertmanager,
    Grafana,
    Loki,
    LogCollector,
    PrometheusOperator,
}
