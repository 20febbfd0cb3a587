using Bot.Core.Redaction;

namespace Bot.Core.Chat;

/// <summary>Runs every text of a card through the mask.</summary>
public static class CardMask
{
    public static Card Apply(Card card, IRedactor redactor) => card with
    {
        Push = redactor.Mask(card.Push),
        Title = redactor.Mask(card.Title),
        Footer = redactor.Mask(card.Footer),
        Sections =
        [
            .. card.Sections.Select(section => section with
            {
                Heading = redactor.Mask(section.Heading),
                Code = redactor.Mask(section.Code),
                Lines = [.. section.Lines.Select(line => line with { Text = redactor.Mask(line.Text) })],
            }),
        ],
    };
}
