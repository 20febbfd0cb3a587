using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bot.Kubernetes.Input;

/// <summary>
/// Types scalars as kubectl does (YAML 1.1 of go-yaml 2): <c>yes</c> and <c>on</c> are switches, <c>0644</c> is octal,
/// dates stay texts. What is quoted stays a text.
/// </summary>
internal static partial class YamlScalar
{
    private const int LongestNumber = 100;
    private const string TagPrefix = "tag:yaml.org,2002:";

    public static void Write(Utf8JsonWriter json, Scalar scalar)
    {
        switch (ValueOf(scalar))
        {
            case null:
                json.WriteNullValue();
                break;
            case bool value:
                json.WriteBooleanValue(value);
                break;
            case long value:
                json.WriteNumberValue(value);
                break;
            case double value when double.IsFinite(value):
                json.WriteNumberValue(value);
                break;
            case double:
                throw Fault(scalar, "The number cannot be written as JSON");
            case var value:
                json.WriteStringValue((string)value);
                break;
        }
    }

    /// <summary>Keys of JSON are texts: a switch or number is written out.</summary>
    public static string KeyOf(Scalar scalar) => ValueOf(scalar) switch
    {
        null => "null",
        bool value => value ? "true" : "false",
        long value => value.ToString(CultureInfo.InvariantCulture),
        double value => value.ToString("R", CultureInfo.InvariantCulture),
        var value => (string)value,
    };

    private static object? ValueOf(Scalar scalar)
    {
        var tag = scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific ? "" : scalar.Tag.Value;
        var looksLike = scalar.Style == ScalarStyle.Plain || tag.Length > 0 ? Plain(scalar.Value) : scalar.Value;
        return !tag.StartsWith(TagPrefix, StringComparison.Ordinal)
            ? scalar.Style == ScalarStyle.Plain && tag.Length == 0 ? looksLike : scalar.Value
            : tag[TagPrefix.Length..] switch
            {
                "int" when looksLike is long => looksLike,
                "float" when looksLike is long whole => (double)whole,
                "float" when looksLike is double => looksLike,
                "bool" when looksLike is bool => looksLike,
                "null" when looksLike is null => null,
                "binary" => Decoded(scalar),
                "int" or "float" or "bool" or "null" => throw Fault(scalar, $"The value is no {tag[TagPrefix.Length..]}"),
                _ => scalar.Value,
            };
    }

    private static object? Plain(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" or "y" or "Y":
                return true;
            case "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" or "n" or "N":
                return false;
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF":
                return double.PositiveInfinity;
            case "-.inf" or "-.Inf" or "-.INF":
                return double.NegativeInfinity;
            case ".nan" or ".NaN" or ".NAN":
                return double.NaN;
        }

        return text.Length <= LongestNumber && text[0] is '+' or '-' or '.' or (>= '0' and <= '9') ? Number(text.Replace("_", "", StringComparison.Ordinal)) ?? text : text;
    }

    private static object? Number(string text)
    {
        var sign = text[0] == '-' ? -1 : 1;
        var digits = text[0] is '+' or '-' ? text[1..] : text;
        if (Whole(digits) is { } whole)
        {
            var value = sign * whole;
            return value >= long.MinValue && value <= long.MaxValue ? (long)value : value >= 0 && value <= ulong.MaxValue ? (double)value : Fraction(text);
        }

        return Fraction(text);
    }

    private static BigInteger? Whole(string digits)
    {
        var radix = digits switch
        {
            ['0', 'x' or 'X', _, ..] => 16,
            ['0', 'b' or 'B', _, ..] => 2,
            ['0', 'o' or 'O', _, ..] => 8,
            ['0', _, ..] => 8,
            _ => 10,
        };
        var from = radix == 10 ? 0 : char.IsAsciiDigit(digits[1]) ? 1 : 2;
        var value = BigInteger.Zero;
        foreach (var letter in digits.AsSpan(from))
        {
            var digit = char.IsAsciiHexDigit(letter) ? Convert.ToInt32(letter.ToString(), 16) : radix;
            if (digit >= radix)
            {
                return null;
            }

            value = (value * radix) + digit;
        }

        return from == digits.Length ? null : value > new BigInteger(ulong.MaxValue) && radix != 10 ? null : value;
    }

    private static object? Fraction(string text) =>
        Decimal().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private static string Decoded(Scalar scalar)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(scalar.Value));
        }
        catch (FormatException)
        {
            throw Fault(scalar, "The value is no base64");
        }
    }

    private static YamlException Fault(Scalar scalar, string message) => new(scalar.Start, scalar.End, $"{message}: {scalar.Value}");

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decimal();
}
