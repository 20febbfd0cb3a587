using Bot.Kubernetes.Kinds;

namespace Bot.Kubernetes.Tests.Kinds;

public sealed class StringPoolTests
{
    private readonly StringPool pool = new();

    [Fact]
    public void The_same_bytes_give_the_same_string() => pool.Get("Running"u8).ShouldBeSameAs(pool.Get("Running"u8));

    [Theory]
    [InlineData("")]
    [InlineData("가나다")]
    [InlineData("😀 mixed")]
    public void Any_text_comes_back_as_it_was(string text) => pool.Get(System.Text.Encoding.UTF8.GetBytes(text)).ShouldBe(text);

    [Fact]
    public void Many_different_strings_never_mix()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var number = 0; number < 50_000; number++)
            {
                pool.Get(System.Text.Encoding.UTF8.GetBytes($"pod-{number}")).ShouldBe($"pod-{number}");
            }
        }
    }

    [Fact]
    public void Long_texts_are_not_kept()
    {
        var text = new string('x', 500);

        pool.Get(System.Text.Encoding.UTF8.GetBytes(text)).ShouldNotBeSameAs(pool.Get(System.Text.Encoding.UTF8.GetBytes(text)));
    }
}
