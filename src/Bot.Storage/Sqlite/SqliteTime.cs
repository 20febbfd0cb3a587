using System.Globalization;

namespace Bot.Storage.Sqlite;

/// <summary>Moments as text of fixed width in UTC: sorted as text they are sorted in time, in every database.</summary>
internal static class SqliteTime
{
    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
