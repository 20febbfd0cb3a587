namespace Bot.Simulator.Api.Selection;

internal enum LabelOperator
{
    Exists,
    Missing,
    In,
    NotIn,
    Greater,
    Less,
}
