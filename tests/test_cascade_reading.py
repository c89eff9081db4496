"""What a model reads of a prompt: lengths by its own tokenizer, unknown words, translation."""

import json
from pathlib import Path

import pytest
import torch
from test_cascade_book import STORY, book, model  # noqa: F401 - a fixture
from tiny_cascade import latent_pipeline

from comicgen.cli import run
from comicgen.picture.cascade.reading import prompt_reader

CHINESE = STORY.replace("woman, short red hair, blue coat", "红发女人，蓝色外套").replace(
    "man, long black hair", "黑发男人"
)


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


def test_check_reads_prompts_with_the_models_own_tokenizer(model: Path, capsys) -> None:  # noqa: F811
    Path("tiny.yaml").write_text(STORY)
    assert run(["check", "tiny.yaml", "--model", str(model)]) == 0
    Path("tiny.yaml").write_text(STORY.replace("blue coat", "blue coat " + "qzx" * 120))
    assert run(["check", "tiny.yaml", "--model", str(model), "-q"]) == 1
    told = capsys.readouterr().out
    assert "panel one: the prompt is too long" in told
    assert "these words would be lost: " in told
    assert run(["check", "tiny.yaml", "--model", "deepfloyd-if"]) == 3


def test_check_names_words_that_the_encoder_does_not_know(model: Path, capsys) -> None:  # noqa: F811
    Path("tiny.yaml").write_text(CHINESE)
    assert run(["check", "tiny.yaml", "--model", str(model), "-q"]) == 1
    assert "does not know: 红发女人" in capsys.readouterr().out.replace("，蓝色外套", "")


def test_lost_words_begin_where_the_encoder_stops(model: Path) -> None:  # noqa: F811
    reader = prompt_reader(str(model))
    assert reader.limit == 320
    text = "a girl in the rain " * 70
    assert reader.lost(text)
    assert reader.lost(text[: len(text) - len(reader.lost(text)) - 1]) == ""
    assert reader.unknown("a girl")[0] == []
    words, share = reader.unknown("a 女孩 girl")
    assert words == ["女孩"]
    assert 0.2 < share < 0.4


def test_a_latent_models_limit_is_its_tokenizers(tmp_path: Path) -> None:
    latent_pipeline().save_pretrained(tmp_path / "latent")
    reader = prompt_reader(str(tmp_path / "latent"))
    assert reader is None or reader.limit == 77


def marian(folder: Path) -> Path:
    """Save a tiny translator: right shapes, random words."""
    spm = pytest.importorskip("sentencepiece")
    from transformers import MarianConfig, MarianMTModel

    folder.mkdir()
    words = ["红发女人", "蓝色外套", "黑发男人", "a red woman", "blue coat", "street"] * 20
    for side in ("source", "target"):
        spm.SentencePieceTrainer.train(sentence_iterator=iter(words), model_prefix=str(folder / side), vocab_size=40,
                                       hard_vocab_limit=False, minloglevel=5)  # fmt: skip
        (folder / f"{side}.model").rename(folder / f"{side}.spm")
        (folder / f"{side}.vocab").unlink()
    pieces = ["</s>", "<unk>", *dict.fromkeys("▁ abcdelnortuw红发女人蓝色外套黑男"), "<pad>"]
    (folder / "vocab.json").write_text(json.dumps({p: i for i, p in enumerate(pieces)}, ensure_ascii=False))
    (folder / "tokenizer_config.json").write_text(json.dumps({"source_lang": "zh", "target_lang": "en"}))
    torch.manual_seed(8)
    config = MarianConfig(
        vocab_size=len(pieces), d_model=16, encoder_layers=1, decoder_layers=1, encoder_attention_heads=2,
        decoder_attention_heads=2, encoder_ffn_dim=16, decoder_ffn_dim=16, max_position_embeddings=64,
        pad_token_id=len(pieces) - 1, decoder_start_token_id=len(pieces) - 1, eos_token_id=0, forced_eos_token_id=0,
        bad_words_ids=[[i] for i, p in enumerate(pieces) if not p.isascii() or i == 1], max_length=8,
    )  # fmt: skip
    network = MarianMTModel(config).eval()
    network.generation_config.bad_words_ids = [[i] for i, p in enumerate(pieces) if i == 1 or not p.isascii()]
    network.save_pretrained(folder, safe_serialization=True)
    return folder


@pytest.mark.filterwarnings("ignore")
def test_prompts_are_translated_and_the_record_keeps_both(model: Path, tmp_path: Path) -> None:  # noqa: F811
    translator = marian(tmp_path / "zh-en")
    record = book(model, "out", CHINESE, "--translate", str(translator))
    one = record["pages"][0]["panels"][0]
    assert "红发女人" in one["prompt"]
    assert "红" not in one["told"]
    assert one["told"].startswith("monochrome comic panel, medium shot, street, ")
    again = book(model, "out", CHINESE, "--translate", str(translator))
    assert again["pages"][0]["panels"][0]["told"] == one["told"]
    assert again["pages"][0]["panels"][0]["cached"]


def test_a_translator_that_is_not_there_ends_with_three(model: Path) -> None:  # noqa: F811
    Path("tiny.yaml").write_text(CHINESE)
    assert run(["render", "tiny.yaml", "--model", str(model), "--translate", "nowhere", "-q"]) == 3
