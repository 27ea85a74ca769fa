using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Loop;
using Workshop.Runner.Progress;
using Workshop.Runner.Reports;
using Xunit;

namespace Workshop.Tests;

/// <summary>An edit for one task breaks another that was done: the screen names the file of the edit.</summary>
public sealed class BlameTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private int _edits;

    public BlameTests()
    {
        _folder.Write("labs/02-upload/README.md", "# Lab 02: Upload\n\n" + string.Concat(Enumerable.Range(1, 9).Select(task => $"## Task 02.{task}: Title\n\n")));
        _folder.Write("protos/workshop/files.proto", "syntax = \"proto3\";\n");
        foreach (var file in new[] { "UploadReceiver", "SizeRules", "Integrity", "Resumption", "FollowerQueue", "Store/FileStore" })
        {
            Edit(file);
        }
    }

    private WorkshopFolder Workshop => new(_folder.Root);

    private Lab Lab => Workshop.ReadLabs()[0];

    [Theory]
    [InlineData(2, "SizeRules")] // 02.3 breaks 02.1
    [InlineData(3, "Integrity")] // 02.4
    [InlineData(6, "Resumption")] // 02.7
    [InlineData(4, "FollowerQueue")] // 03.5 breaks 03.3
    public void The_file_of_the_edit_is_shown_first(int tasksDone, string edited)
    {
        Check(done: tasksDone);
        Edit(edited);

        var screen = Screen(Check(done: tasksDone, broken: 1));

        Assert.Equal("02.1 It stores: wrong", screen[4]);
        Assert.Equal($"02.1 was done before your last change, in {edited}.cs.", screen[5]);
        Assert.Contains($"Look   first in labs/02-upload/{edited}.cs", screen);
        Assert.True(
            screen.IndexOf($"Look   first in labs/02-upload/{edited}.cs") < screen.IndexOf("Task   02.1 in labs/02-upload/UploadReceiver.cs"),
            string.Join('\n', screen));
    }

    [Fact]
    public void What_was_edited_for_the_same_task_before_is_named_too()
    {
        Check(done: 2);
        Edit("SizeRules");
        Check(done: 2);
        Edit("UploadReceiver");

        var screen = Screen(Check(done: 2, broken: 1));

        Assert.Equal("02.1 was done before your last change, in UploadReceiver.cs. Before that you", screen[5]);
        Assert.Equal("changed SizeRules.cs.", screen[6]);
    }

    [Fact]
    public void A_task_that_is_mended_for_a_while_does_not_hide_what_was_edited_for_the_next_one()
    {
        Check(done: 2);
        Edit("SizeRules");
        Edit("UploadReceiver");
        Check(done: 2, broken: 1);
        Edit("UploadReceiver");
        Check(done: 2);
        Edit("UploadReceiver");

        var changes = Check(done: 2, broken: 1).Tasks[0].Changes!;

        Assert.Equal(["labs/02-upload/UploadReceiver.cs"], changes.Last);
        Assert.Equal(["labs/02-upload/SizeRules.cs"], changes.Earlier);
    }

    [Fact]
    public void Several_files_are_listed_those_of_the_student_first()
    {
        Check(done: 1);
        Edit("Store/FileStore");
        Edit("Integrity");
        Edit("Resumption");

        var screen = Screen(Check(done: 0, broken: 1));
        Assert.Contains("02.1 was done before your last changes, in Integrity.cs, Resumption.cs and", screen);
        Assert.Contains("Store/FileStore.cs.", screen);

        Edit("SizeRules");
        _folder.Write("protos/workshop/files.proto", "// changed\n");
        var changes = Check(done: 0, broken: 1).Tasks[0].Changes!;
        Assert.Equal("02.1 was done before your last changes, in Integrity.cs, Resumption.cs, SizeRules.cs and 2 more files.", FailureWords.WasDone("02.1", changes));
    }

    [Fact]
    public void Of_several_files_that_of_the_task_is_the_one_to_look_at()
    {
        Check(done: 1);
        Edit("Integrity");
        Edit("UploadReceiver");

        var screen = Screen(Check(done: 0, broken: 1));

        Assert.Contains("02.1 was done before your last changes, in Integrity.cs and UploadReceiver.cs.", screen);
        Assert.Contains("Look   first in labs/02-upload/UploadReceiver.cs", screen);
    }

    [Fact]
    public void As_data_the_changes_stand_with_the_task()
    {
        Check(done: 1);
        Edit("SizeRules");

        var report = LabReport.Of(Check(done: 0, broken: 1));

        Assert.Equal(["labs/02-upload/SizeRules.cs"], report.Tasks[0].Changes!.Last);
        Assert.Null(report.Tasks[1].Changes);
    }

    [Fact]
    public void A_new_clone_says_nothing()
    {
        Assert.Null(Check(done: 0, broken: 1).Tasks[0].Changes);
        Assert.DoesNotContain(Screen(Check(done: 0, broken: 1)), line => line.Contains("was done", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_files_as_when_it_was_done_are_no_change()
    {
        Edit("SizeRules", "// one\n");
        Check(done: 1);
        Edit("SizeRules", "// two\n");
        Check(done: 0, broken: 1);
        Edit("SizeRules", "// one\r\n");

        Assert.Null(Check(done: 0, broken: 1).Tasks[0].Changes);
    }

    [Fact]
    public void A_task_whose_stub_is_back_begins_anew()
    {
        Check(done: 1);
        Edit("SizeRules");

        Assert.Null(Check(done: 0).Tasks[0].Changes);
        Assert.Null(Check(done: 0, broken: 1).Tasks[0].Changes);
    }

    [Fact]
    public void A_task_that_the_run_did_not_reach_is_not_forgotten()
    {
        Check(done: 2);
        Edit("SizeRules");
        var lab = Lab;
        Note(new LabResult(lab, [.. lab.Tasks.Select(task => new TaskResult(task, [], Verdict.NotChecked, ""))], new LabProblem(Verdict.Crashed, "It crashed.")));

        Assert.Equal(["labs/02-upload/SizeRules.cs"], Check(done: 0, broken: 1).Tasks[0].Changes!.Last);
    }

    [Fact]
    public void A_crash_after_an_edit_names_the_file_as_well()
    {
        Check(done: 1);
        Edit("SizeRules");
        var lab = Lab;

        var screen = Screen(Note(new LabResult(
            lab, [new TaskResult(lab.Tasks[0], [], Verdict.Crashed, "")], new LabProblem(Verdict.Crashed, "The process of lab 02 ended."))));

        Assert.Contains("02.1 was done before your last change, in SizeRules.cs.", screen);
    }

    [Fact]
    public void Notes_that_are_broken_cost_only_what_they_say()
    {
        Check(done: 1);
        var notes = new ProgressFile(Workshop).Read();

        var read = ProgressNotes.Parse(notes.ToJson().Replace("\"tasks\": {", "\"tasks\": { \"01-one\": { \"done\": null }, \"03\": 7, ", StringComparison.Ordinal));

        Assert.Equal("02-upload", Assert.Single(read.Tasks).Key);
        Assert.Equal(notes.ToJson(), read.ToJson());
    }

    public void Dispose() => _folder.Dispose();

    private void Edit(string file, string? text = null) =>
        _folder.Write($"labs/02-upload/{file}.cs", text ?? $"// {file}, edit {++_edits}\n");

    // A check that finds so many tasks done, but this one.
    private LabResult Check(int done, int? broken = null)
    {
        var lab = Lab;
        return Note(new LabResult(lab, [.. lab.Tasks.Select((task, at) =>
            at + 1 == broken ? new TaskResult(task, [], Verdict.Wrong, "wrong", Failure(task.Id))
            : at < done ? new TaskResult(task, [], Verdict.Done, "")
            : new TaskResult(task, [], Verdict.NotImplementedYet, "not yet"))], null));
    }

    private LabResult Note(LabResult result) => new GradeBook(Workshop, Grade.Labs).Note(
        result.Lab, result, LabFiles.Hash(Workshop, result.Lab, Grade.Labs), LabFiles.Hashes(Workshop, result.Lab, Grade.Labs));

    private static FailureReport Failure(string task) => new(
        task, "It stores", Verdict.Wrong, new(task, "labs/02-upload/UploadReceiver.cs", null), [$"labs/02-upload/README.md, task {task}"])
    {
        Conversation = [new(Sent: true, "call"), new(Sent: false, "status      INTERNAL")],
        Difference = new(2, "status      OK", "status      INTERNAL", 1),
        Next = "Append each chunk.",
    };

    private static List<string> Screen(LabResult result)
    {
        var page = LoopPage.Of(
            new LoopModel(Grade.Labs, [new LabProgress(result.Lab, result, Standing.NotDone)], result.Lab) { View = LoopView.Result, Result = result },
            width: 80,
            height: 24,
            hasSigns: true);
        Assert.True(page.Body.Count < 24, string.Join('\n', page.Body.Select(line => line.Text)));
        return [.. page.Body.Append(page.Prompt).Select(line => line.Text)];
    }
}
