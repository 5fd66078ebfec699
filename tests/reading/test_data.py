"""Data is told apart from prose."""

from __future__ import annotations

import io

import pytest

from tui.reading import ReadingError, read_article
from tui.reading.data import kind_of_data

RSS = '<?xml version="1.0"?><rss version="2.0"><channel><item><title>Ferry</title></item></channel></rss>'


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"title": "Ferry", "body": "The ferry ran aground."}', "JSON"),
        ('[{"title": "Ferry"}, {"title": "Dam"}]', "JSON"),
        ('["The ferry", "ran aground"]', "JSON"),
        ('{"title": "Ferry"}\n{"title": "Dam"}\n', "JSON"),
        ('\ufeff\n{"title": "Fer', "JSON"),
        ("{}", None),
        (RSS, "feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>', "feed"),
        ('<!-- made --><rdf:RDF xmlns="x"><item/></rdf:RDF>', "feed"),
        ('<?xml version="1.0"?><story><p>The ferry ran aground.</p></story>', "XML"),
        ("<story><p>The ferry ran aground.</p></story>\n", "XML"),
        ('<svg xmlns="http://www.w3.org/2000/svg" width="1">', "XML"),
        ("id,title,text\n1,Ferry,It ran aground.\n2,Dam,It burst.\n", "CSV"),
        ('id,text\n1,"The ferry, he said, ran aground."\n2,"The dam burst."\n3,x\n', "CSV"),
        ("town;houses\nAnsel;25\nOrm;15\n", "CSV"),
        ("town\thouses\nAnsel\t25\nOrm\t15\n", "CSV"),
        ("2024-03-05,Ansel,25\n2024-03-06,Orm,15\n2024-03-07,Tarn,9\n", "CSV"),
    ],
)
def test_data_is_known(text: str, kind: str | None) -> None:
    found = kind_of_data(text)
    assert kind in found if kind and found else found is kind


@pytest.mark.parametrize(
    "text",
    [
        "The ferry ran aground.",
        "[Photo/Agency]\n\nThe ferry ran aground.",
        "{The ferry} ran aground.",
        "[1] The ferry ran aground.",
        "<The ferry> ran aground.",
        "<html><body><p>The ferry.</p></body></html>",
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="x"><p>The ferry.</p></html>',
        "<p>The ferry.</p><p>It ran aground.</p>",
        "About 1,000 houses\nSome 2,000 people\nOver 3,000 boats\n",
        "Ferry, dam and road\nAnsel, Orm and Tarn\nMonday, Tuesday and Friday\n",
        "\tThe ferry ran aground.\n\tIt was towed.\n\tNobody was hurt.\n",
        "10:02\tThe dam burst.\n10:12\tThe alarm rang.\n10:30\tThe road was shut.\n",
        "Lea Marsh\tThe dam burst.\nKim Orr\tThe alarm rang.\nJo Kern\tThe road was shut.\n",
        "Ansel: the dam; it burst.\nOrm, Friday: the road; it was shut.\nTarn: x; y.",
        "",
    ],
)
def test_prose_is_no_data(text: str) -> None:
    assert kind_of_data(text) is None


@pytest.mark.parametrize(
    "data", [b'{"a": [1]}', RSS.encode(), b"a,b,c\n1,2,3\n4,5,6\n", b'\xef\xbb\xbf[{"a": 1}]']
)
def test_data_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(
        ReadingError, match=r"^Standard input is [^.]*, not an article: save .* of its own\.$"
    ):
        read_article("-", io.BytesIO(data))
