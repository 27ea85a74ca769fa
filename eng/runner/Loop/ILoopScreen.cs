namespace Workshop.Runner.Loop;

/// <summary>Shows the loop's state; asked after each event, it draws what is new.</summary>
internal interface ILoopScreen : IDisposable
{
    void Show(LoopModel model);
}
