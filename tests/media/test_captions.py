from __future__ import annotations

from pathlib import Path

import pytest

from studio.media.captions import read

SRT = (
    "1\n00:00:01,000 --> 00:00:02,500\nProszę <i>paszport</i>.\n\n"
    "2\n00:00:03,000 --> 00:00:04,000\nDokąd państwo jadą?\nNa żniwa, do gospodarstwa.\n"
)
VTT = "WEBVTT\n\n00:01.000 --> 00:02.500\nProszę paszport.\n"


def test_srt(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_text(SRT, encoding="utf-8")
    cues, findings = read(path)
    assert findings == []
    assert cues == [
        (1.0, 2.5, "Proszę paszport."),
        (3.0, 4.0, "Dokąd państwo jadą?\nNa żniwa, do gospodarstwa."),
    ]


def test_vtt_with_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.vtt"
    path.write_text(VTT, encoding="utf-8-sig")
    assert read(path) == ([(1.0, 2.5, "Proszę paszport.")], [])


@pytest.mark.parametrize("encoding", ["cp1250", "utf-16"])
def test_other_encodings_are_mended_and_reported(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(SRT.encode(encoding))
    cues, findings = read(path)
    assert [cue.text for cue in cues][1].startswith("Dokąd państwo jadą?\nNa żniwa")
    assert [finding.code for finding in findings] == ["MD021"]


def test_a_cue_that_ends_before_it_begins_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_text(SRT + "\n3\n00:00:09,000 --> 00:00:08,000\nwstecz\n", encoding="utf-8")
    cues, findings = read(path)
    assert len(cues) == 2
    assert [finding.code for finding in findings] == ["MD022"]
    assert "wstecz" in findings[0].message["pl"]


def test_not_captions_and_missing(tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_text("just text", encoding="utf-8")
    (tmp_path / "empty.srt").touch()
    assert [finding.code for finding in read(tmp_path / "a.srt")[1]] == ["MD020"]
    assert [finding.code for finding in read(tmp_path / "empty.srt")[1]] == ["MD020"]
    assert [finding.code for finding in read(tmp_path / "none.srt")[1]] == ["MD002"]
