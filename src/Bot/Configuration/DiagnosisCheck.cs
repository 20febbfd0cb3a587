using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Bot.Core.Commands;
using Bot.Core.Diagnosis;
using Bot.Core.Muting;
using Bot.Core.Texts;

namespace Bot.Configuration;

/// <summary>Checks thresholds and mutes. A mute that cannot be understood mutes nothing.</summary>
public sealed class DiagnosisCheck(ImmutableArray<ConfigurationFault>.Builder faults)
{
    private const string Thresholds = "Bot:Diagnosis:Thresholds";
    private const string Mutes = "Bot:Diagnosis:Mutes";
    private const double MostOfACount = 1_000_000_000;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(3660);

    public void Run(BotOptions options)
    {
        Group(Thresholds, options.Diagnosis.Thresholds);
        foreach (var (index, mute) in options.Diagnosis.Mutes.Index())
        {
            Check($"{Mutes}:{index}", mute, options);
        }
    }

    /// <summary>The mutes that are whole; the others are faults and mute nothing.</summary>
    public static ImmutableArray<Mute> MutesOf(BotOptions options) =>
    [
        .. options.Diagnosis.Mutes
            .Where(mute => mute.Reason.Trim().Length > 0 && MomentOf(mute.Until) is not null && RuleCatalogue.Find(mute.Rule) is not null)
            .Select(mute => new Mute(mute.Rule, MomentOf(mute.Until)!.Value, mute.Reason.Trim()) { Environment = mute.Environment, Namespace = mute.Namespace, Object = mute.Object }),
    ];

    private void Group(string path, object group)
    {
        foreach (var property in group.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            var place = $"{path}:{property.Name}";
            switch (property.GetValue(group))
            {
                case TimeSpan age when age < TimeSpan.Zero || age > Longest:
                    faults.Add(new ConfigurationFault(place, new TextKey("configuration.threshold-age").With("value", age.ToString("c", CultureInfo.InvariantCulture))));
                    break;
                case IConvertible number and (int or long or double or decimal) when number.ToDouble(CultureInfo.InvariantCulture) is < 0 or > MostOfACount or double.NaN:
                    faults.Add(new ConfigurationFault(place, new TextKey("configuration.threshold-number").With("value", number.ToString(CultureInfo.InvariantCulture))));
                    break;
                case { } inner when inner.GetType().Namespace?.StartsWith("Bot.Core.Diagnosis", StringComparison.Ordinal) == true:
                    Group(place, inner);
                    break;
                default:
                    break;
            }
        }
    }

    private void Check(string path, MuteOptions mute, BotOptions options)
    {
        if (RuleCatalogue.Find(mute.Rule) is null)
        {
            faults.Add(new ConfigurationFault($"{path}:Rule", NearestNames.Of(mute.Rule, RuleCatalogue.All.Select(rule => rule.Descriptor.Id)) is [var near, ..]
                ? new TextKey("configuration.reference.near").With("value", mute.Rule).With("nearest", near)
                : new TextKey("configuration.mute-rule").With("value", mute.Rule)));
        }

        if (mute.Environment.Length > 0 && options.Environments.Count > 0 && !options.Environments.ContainsKey(mute.Environment))
        {
            faults.Add(new ConfigurationFault($"{path}:Environment", new TextKey("configuration.reference").With("value", mute.Environment).With("known", string.Join(", ", options.Environments.Keys))));
        }

        if (MomentOf(mute.Until) is null)
        {
            faults.Add(new ConfigurationFault($"{path}:Until", new TextKey("configuration.mute-until").With("value", mute.Until)));
        }

        if (mute.Reason.Trim().Length == 0)
        {
            faults.Add(new ConfigurationFault($"{path}:Reason", new TextKey("configuration.mute-reason")));
        }
    }

    private static DateTimeOffset? MomentOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
