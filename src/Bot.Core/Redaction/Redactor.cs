using System.Text.RegularExpressions;

namespace Bot.Core.Redaction;

/// <summary>
/// Masks what no card, log, audit record or exception may carry: values of password-like fields, credentials in URLs and headers, addresses of incoming webhooks, tokens of known
/// makers, private keys, and personal data (e-mail, Korean phone and resident numbers, card numbers). Values given as
/// <c>knownSecrets</c> (the configured tokens) are masked wherever they stand.
/// </summary>
public sealed partial class Redactor : IRedactor
{
    /// <summary>Stands in the place of what was taken out.</summary>
    public const string Masked = "***";

    // Shorter values would mask ordinary words.
    private const int ShortestKnownSecret = 6;

    // A text that takes longer (milliseconds) was made to: then nothing of it is shown.
    private const int Limit = 1000;

    private readonly string[] knownSecrets;

    public Redactor()
        : this([])
    {
    }

    public Redactor(IEnumerable<string> knownSecrets) =>
        this.knownSecrets = [.. knownSecrets.Where(secret => secret.Length >= ShortestKnownSecret).Distinct().OrderByDescending(secret => secret.Length)];

    public string Mask(string text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        foreach (var secret in knownSecrets)
        {
            text = text.Replace(secret, Masked, StringComparison.Ordinal);
        }

        try
        {
            return MaskPatterns(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return Masked;
        }
    }

    private static string MaskPatterns(string text)
    {
        text = PrivateKey().Replace(text, Masked);
        text = UrlCredentials().Replace(text, "${scheme}" + Masked + "@");
        text = HookAddress().Replace(text, "${place}" + Masked);
        text = AuthorizationHeader().Replace(text, "${name}" + Masked);
        text = SecretField().Replace(text, "${name}" + Masked);
        text = MakersToken().Replace(text, Masked);
        text = EMail().Replace(text, Masked);
        text = ResidentNumber().Replace(text, Masked);
        text = KoreanPhone().Replace(text, Masked);
        return CardNumber().Replace(text, match => IsCard(match.ValueSpan) ? Masked : match.Value);
    }

    private static bool IsCard(ReadOnlySpan<char> text)
    {
        int sum = 0, count = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var digit = text[i] - '0';
            digit = count++ % 2 == 1 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return count is >= 14 and <= 19 && sum % 10 == 0;
    }

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|\\z)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"(?<scheme>\b[A-Za-z][A-Za-z0-9+.-]*://)[^\s/@""'<>]+@", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex UrlCredentials();

    [GeneratedRegex(@"(?<place>\bhttps://(?:hooks\.slack\.com/(?:services|workflows|triggers)/|(?:\w+\.)?discord(?:app)?\.com/api/(?:v\d+/)?webhooks/))[\w/-]+", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex HookAddress();

    [GeneratedRegex(@"(?<name>\b(?:Bearer|Basic|Bot)\s+)(?=[A-Za-z0-9+/_.~-]{12,})(?=\S*[0-9A-Z])[A-Za-z0-9+/_.~=-]+", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex AuthorizationHeader();

    [GeneratedRegex(@"(?<name>[""']?[\w.-]*(?:passw(?:or)?d|passwd|pwd|secret[_-]?key|secretkey|client[_-]?secret|api[_-]?key|apikey|access[_-]?key|account[_-]?key|private[_-]?key|token|credential)s?[""']?\s*[=:]\s*)(?![\s""']*(?:not found|\*\*\*))(?:""[^""]*""|'[^']*'|[^\s,;&""'}\]]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex SecretField();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bxox[abeoprs]-[A-Za-z0-9-]{10,}|\bxapp-[A-Za-z0-9-]{10,}|\bgh[opsru]_[A-Za-z0-9]{20,}|\bgithub_pat_[A-Za-z0-9_]{20,}|\bglpat-[A-Za-z0-9_-]{16,}|\b[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}|\bAIza[A-Za-z0-9_-]{35}", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex MakersToken();

    [GeneratedRegex(@"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\b", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex EMail();

    [GeneratedRegex(@"(?<![\d-])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-8]\d{6}(?![\d-])", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex ResidentNumber();

    [GeneratedRegex(@"(?<![\d-])(?:\+82[- ]?1[016789]|01[016789])[- ]?\d{3,4}[- ]?\d{4}(?![\d-])", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex KoreanPhone();

    [GeneratedRegex(@"(?<![\d.-])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{2,7}(?![\d.-])", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex CardNumber();
}
