from __future__ import annotations

import json
from dataclasses import replace

from handmade import comparison

from tui.export.json import to_dict, to_json
from tui.model import (
    Article,
    Comparison,
    Correction,
    Judgement,
    Paragraph,
    Sentence,
    Source,
    Summary,
    SummaryLine,
    Unused,
    UnusedReason,
    Verdict,
)
from tui.session import Choices


def keys_in_order(value: dict[str, object]) -> str:
    return " ".join(value)


def test_the_keys_stand_in_the_documented_order_at_every_level():
    data = comparison().to_dict()
    source, paragraph = data["sources"][0], data["sources"][0]["paragraphs"][1]
    sentence = paragraph["sentences"][0]
    assert (
        keys_in_order(data) == "schema sources alignment links conflicts differences summary omitted coverage"
    )
    assert keys_in_order(source) == "key name title path url date origin warnings paragraphs"
    assert keys_in_order(source["warnings"][0]) == "kind message"
    assert keys_in_order(paragraph) == "id text sentences quotes"
    assert keys_in_order(sentence) == "id start end furniture reported_by unique"
    assert keys_in_order(sentence["reported_by"]["B"]) == "level score by"
    assert keys_in_order(source["paragraphs"][0]["sentences"][0]["unique"][0]) == "start end text kind"
    assert keys_in_order(paragraph["quotes"][0]) == "start end text speaker cue"
    assert keys_in_order(data["alignment"][0]) == "id paragraphs score"
    assert keys_in_order(data["links"][0]) == "between score"
    assert keys_in_order(data["conflicts"][0]) == "id kind confidence between why"
    assert keys_in_order(data["conflicts"][0]["between"][0]) == "sentence start end text"
    assert keys_in_order(data["summary"][0]) == "sentence text also disputed"
    assert keys_in_order(data["omitted"][0]) == "sentence text sources"
    assert keys_in_order(data["coverage"]) == "facts shared shared_in_summary unique unique_in_summary"


def test_the_values_are_those_of_the_comparison():
    data = comparison().to_dict()
    first, second = data["sources"]
    sentence = first["paragraphs"][0]["sentences"][0]
    assert data["schema"] == 1
    assert second["title"] is None
    assert second["url"] is None
    assert first["warnings"][0]["kind"] == "truncated"
    assert sentence["reported_by"] == {"B": {"level": "full", "score": 0.9877, "by": ["B1.1"]}}
    assert sentence["unique"] == [{"start": 0, "end": 14, "text": "The old bridge", "kind": "name"}]
    assert first["paragraphs"][1]["quotes"] == [
        {
            "start": 1,
            "end": 21,
            "text": "We close it at once,",
            "speaker": {"name": "the mayor"},
            "cue": "said",
        }
    ]
    assert data["alignment"][:2] == [
        {"id": 1, "paragraphs": {"A": [0], "B": [0]}, "score": 0.8124},
        {"id": 2, "paragraphs": {"A": [1], "B": []}, "score": 0.0},
    ]
    assert data["links"] == [{"between": [["A", 1], ["B", 0]], "score": 0.25}]
    assert data["conflicts"][0]["kind"] == "number"
    assert [passage["text"] for passage in data["conflicts"][0]["between"]] == ["14 cracks", "41 cracks"]
    assert data["summary"][1] == {
        "sentence": "B1.2",
        "text": "Inspectors counted 41 cracks in it.",
        "also": ["A1.2"],
        "disputed": [1],
    }
    assert data["coverage"]["unique"] == {"A": 2, "B": 1}


def test_every_offset_slices_back_to_its_text():
    for source in comparison().to_dict()["sources"]:
        for paragraph in source["paragraphs"]:
            spans = [span for sentence in paragraph["sentences"] for span in sentence["unique"]] + paragraph[
                "quotes"
            ]
            assert [paragraph["text"][span["start"] : span["end"]] for span in spans] == [
                s["text"] for s in spans
            ]


def test_a_quotation_without_speaker_has_null_for_both():
    whole = comparison()
    herald = whole.sources[0]
    told = herald.paragraphs[1]
    anonymous = replace(told, quotes=(replace(told.quotes[0], speaker=None, cue=None),))
    changed = replace(
        whole, sources=(replace(herald, paragraphs=(herald.paragraphs[0], anonymous, herald.paragraphs[2])),)
    )
    quote = changed.to_dict()["sources"][0]["paragraphs"][1]["quotes"][0]
    assert quote["speaker"] is None
    assert quote["cue"] is None


def test_the_text_is_json_with_letters_as_they_are_and_the_same_every_time():
    text = to_json(comparison(name="Zürcher „Bote“ 新聞"))
    assert json.loads(text) == comparison(name="Zürcher „Bote“ 新聞").to_dict()
    assert '"name": "Zürcher „Bote“ 新聞"' in text
    assert text.startswith('{\n "schema": 1,\n "sources": [')
    assert text == to_json(comparison(name="Zürcher „Bote“ 新聞"))


def test_one_article_alone_has_nothing_that_needs_a_second():
    text = "The ferry is late."
    alone = Source(
        "A", Article("solo", (text,)), 1, (Paragraph("A1", text, (Sentence("A1.1", 0, len(text), text),)),)
    )
    data = Comparison((alone,), (), (), (), (), (), Summary(20, (SummaryLine("A1.1", text),))).to_dict()
    assert data["sources"][0]["paragraphs"][0]["sentences"][0]["reported_by"] == {}
    assert (data["links"], data["conflicts"], data["differences"], data["omitted"]) == ([], [], [], [])
    assert data["summary"][0]["also"] == []
    assert data["coverage"] == {
        "facts": 0, "shared": 0, "shared_in_summary": 0, "unique": {"A": 0}, "unique_in_summary": {"A": 0},
    }  # fmt: skip


def test_what_the_reader_decided_follows_in_keys_of_its_own():
    whole = comparison()
    conflict = replace(whole.conflicts[0], verdict=Verdict(Judgement.CONFIRMED, "seen myself"))
    dismissed = replace(whole.conflicts[0], id=2, verdict=Verdict(Judgement.DISMISSED, "two bridges"))
    decided = replace(
        whole,
        conflicts=(conflict,),
        dismissed=(dismissed,),
        corrections=(Correction("A2.1", "B", None),),
        summary=replace(whole.summary, unused={"B": Unused(UnusedReason.TOO_LONG, words=8)}),
    )
    data = to_dict(decided, Choices().note("A1", "who?").tag("A1.1", "late", "checked"))
    assert list(data)[len(to_dict(whole)) :] == ["dismissed", "corrections", "notes", "tags", "unused"]
    assert data["conflicts"][0]["verdict"] == {"judgement": "confirmed", "reason": "seen myself"}
    assert data["dismissed"][0]["verdict"] == {"judgement": "dismissed", "reason": "two bridges"}
    assert data["corrections"] == [{"sentence": "A2.1", "source": "B", "paragraph": None}]
    assert data["notes"] == {"A1": "who?"}
    assert data["tags"] == {"A1.1": ["checked", "late"]}
    assert data["unused"] == {"B": "nothing of B fits 8 words"}


def test_without_decisions_there_is_no_more_than_what_is_documented():
    assert to_dict(comparison(), Choices()) == comparison().to_dict()
    assert "verdict" not in comparison().to_dict()["conflicts"][0]
