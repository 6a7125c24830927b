import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markupsafe import escape
from playwright.sync_api import Page

from evals import comparison, evaluation, expected, reports, runs, sets
from evals.errors import EvaluationError
from evals.evaluation import Evaluated
from evals.measures import MEASURES, Judgements
from evals.reports import junit, page, sheets
from evals.reports.meanings import KINDS, MEANINGS
from evals.reports.wording import TEXTS
from evals.verdicts import Verdict
from tests.evals.samples import outcome, topic


def judged(asked: list[Evaluated], **changes: object) -> Evaluated:
    from evals.verdicts import judge

    made = judge(topic(**changes), outcome())
    return replace(asked[0], judgements=Judgements((made,), {}))


def test_every_form_is_written(asked: list[Evaluated], tmp_path: Path) -> None:
    written = reports.write(asked[0], asked[1:], None, tmp_path / "report", "en")
    assert [path.name for path in written] == [
        "report.html", "report.json", "topics.csv", "junit.xml", "run.trec", "qrels.trec",
    ]  # fmt: skip
    assert all(path.stat().st_size > 100 for path in written)


def test_json_holds_the_config_the_figures_and_every_verdict(asked: list[Evaluated]) -> None:
    table = json.loads(sheets.as_json(asked[0]))
    assert table["config"]["system"] == "full"
    assert set(table["topics"]) == set(asked[0].judgements.by_id)
    assert table["measures"]["right"]["topics"] == 12
    assert table["measures"]["right"]["low"] <= table["measures"]["right"]["value"]


def test_csv_has_a_row_a_topic_and_no_cell_that_a_spreadsheet_computes(asked: list[Evaluated]) -> None:
    rows = list(csv.DictReader(io.StringIO(sheets.as_csv(judged(asked, question="=HYPERLINK(1)")))))
    assert [row["question"] for row in rows] == ["'=HYPERLINK(1)"]
    assert rows[0]["verdict"] == "right"


def test_junit_fails_what_is_worse_than_kept_and_skips_what_is_known(asked: list[Evaluated]) -> None:
    kept = expected.of(asked)
    worse = replace(kept, topics=dict.fromkeys(kept.topics, "right"))
    same, fell = (ElementTree.fromstring(junit.rendered(asked[0], each)) for each in (kept, worse))
    assert len(list(same.iter("testcase"))) == 12
    assert list(same.iter("failure")) == []
    assert len(list(same.iter("skipped"))) == len(list(fell.iter("failure"))) > 0


def test_the_page_stands_alone_and_keeps_markup_of_a_question_as_text(asked: list[Evaluated]) -> None:
    text = page.rendered(judged(asked, question="<script>alert(1)</script> & more?"), [], None, None, "en")
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more?" in text
    assert "http" not in text.replace("http-equiv", "").split("<main>")[0]


def test_every_text_of_the_page_stands_in_both_languages(asked: list[Evaluated]) -> None:
    english, welsh = (page.rendered(asked[0], asked[1:], asked[1], None, language) for language in ("en", "cy"))
    assert '<html lang="cy">' in welsh
    assert "Pa mor dda" in welsh
    assert "How good" in english
    assert all(both[0].strip() and both[1].strip() for both in (*TEXTS.values(), *MEANINGS.values()))
    assert MEANINGS.keys() == MEASURES.keys()
    assert KINDS.keys() == sets.slices()


def test_what_changed_since_a_baseline_shows_both_answers(asked: list[Evaluated]) -> None:
    text = page.rendered(asked[0], [], asked[1], None, "en")
    changed = comparison.changes(asked[1], asked[0])
    moved = [change for change in changed if change.direction]
    assert f"since {asked[1].run.name}" in text
    assert all(escape(c.before.answer.text) in text and escape(c.after.answer.text) in text for c in moved)


def test_other_systems_on_the_same_corpus_are_shown_beside_it(asked: list[Evaluated]) -> None:
    beside = evaluation.beside(asked[0], asked[0].run.folder.parent)
    assert [each.run for each in beside] == [asked[1].run]
    assert "Systems compared" in page.rendered(asked[0], beside, None, None, "en")


def test_a_run_without_any_answer_has_no_report(asked: list[Evaluated], tmp_path: Path) -> None:
    empty = runs.begun(asked[0].run.config, tmp_path)
    with pytest.raises(EvaluationError, match="0 of 12 topics"):
        evaluation.again(empty)


@pytest.mark.browser
def test_the_page_shows_its_charts_and_filters_questions(page: Page, asked: list[Evaluated], tmp_path: Path) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    (html, *_) = reports.write(asked[0], asked[1:], None, tmp_path, "en")
    page.goto(html.as_uri())
    widths = page.eval_on_selector_all("img", "images => images.map(image => image.naturalWidth)")
    assert len(widths) >= 3
    assert all(width > 100 for width in widths)
    shown = page.locator("details.topic:visible")
    assert shown.count() == 12
    page.check("#only-right")
    assert shown.count() == sum(j.verdict is Verdict.RIGHT for j in asked[0].judgements.judged)
    assert complaints == []
