using System.Text;
using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Diagnosis;
using Bot.Core.Redaction;

namespace Bot.CommandLine;

/// <summary>Cards as JSON, for commands that have no contract of their own.</summary>
public static class CardJson
{
    public static string Write(IEnumerable<Card> cards, IRedactor redactor)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, DiagnosisJson.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("cards");
            foreach (var card in cards.Select(card => CardMask.Apply(card, redactor)))
            {
                json.WriteStartObject();
                json.WriteString("title", card.Title);
                json.WriteString("tone", card.Tone.ToString().ToLowerInvariant());
                json.WriteStartArray("sections");
                foreach (var section in card.Sections)
                {
                    Section(json, section);
                }

                json.WriteEndArray();
                json.WriteString("footer", card.Footer);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Section(Utf8JsonWriter json, CardSection section)
    {
        json.WriteStartObject();
        json.WriteString("heading", section.Heading);
        json.WriteStartArray("lines");
        foreach (var line in section.Lines)
        {
            json.WriteStartObject();
            json.WriteString("label", line.Label);
            json.WriteString("text", line.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("code", section.Code);
        json.WriteEndObject();
    }
}
