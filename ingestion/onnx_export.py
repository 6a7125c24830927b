"""A sentence-transformers model exported to ONNX: it embeds a question without torch, whose import alone takes seconds.

``models/<name>-<digest>/`` holds ``model.onnx``, ``tokenizer.json`` and, written last, ``export.json``.
"""

import hashlib
import json
import re
import shutil
import warnings
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import numpy as np
from numpy.typing import NDArray

SAME = 0.999
CHECKED_ON = 32
_NAME = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What ``export.json`` says: the lowest cosine with the original's vectors, of how many questions."""

    model: str
    inputs: tuple[str, ...]
    most_tokens: int
    lowest_cosine: float
    questions: int


def folder_of(models: Path, model: str) -> Path:
    name = _NAME.sub("-", Path(model).name)
    return models / f"{name}-{hashlib.sha256(model.encode()).hexdigest()[:8]}"


def keep(models: Path, model: str, transformer: Any, questions: Sequence[str]) -> None:
    """Export ``transformer`` unless that was done; nothing is kept where its vectors of ``questions`` are others."""
    target = folder_of(models, model)
    if (target / "export.json").exists():
        return
    models.mkdir(parents=True, exist_ok=True)
    staged = Path(mkdtemp(prefix=".exporting-", dir=models))
    try:
        inputs = _export(transformer, staged)
        most = int(transformer.max_seq_length or transformer.tokenizer.model_max_length)
        embed = _runner(staged, inputs, most)
        original = np.asarray(transformer.encode(list(questions), normalize_embeddings=True), dtype=np.float32)
        lowest = min(float(embed(q) @ vector) for q, vector in zip(questions, original, strict=True))
        if lowest < SAME:
            return
        made = Export(
            model=model, inputs=inputs, most_tokens=most, lowest_cosine=round(lowest, 6), questions=len(questions)
        )
        (staged / "export.json").write_text(json.dumps(asdict(made), indent=1), "utf-8")
        shutil.rmtree(target, ignore_errors=True)
        staged.rename(target)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def load(models: Path, model: str) -> Callable[[str], NDArray[np.float32]] | None:
    """What embeds one text with the kept export; None where there is none."""
    folder = folder_of(models, model)
    try:
        made = Export(**json.loads((folder / "export.json").read_text("utf-8")))
        return _runner(folder, made.inputs, made.most_tokens)
    except (OSError, ValueError, TypeError):
        return None


def _export(transformer: Any, folder: Path) -> tuple[str, ...]:
    """Write the model and its tokenizer; the names of the inputs that it takes."""
    import onnx
    import torch

    class Whole(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.transformer = transformer

        def forward(self, *tensors: torch.Tensor) -> torch.Tensor:
            vectors = self.transformer(dict(zip(inputs, tensors, strict=True)))["sentence_embedding"]
            return torch.nn.functional.normalize(vectors, dim=1)

    sample = transformer.tokenizer(["one question", "another, longer one"], padding=True, return_tensors="pt")
    inputs = tuple(sample)
    axes = {name: {0: "texts", 1: "tokens"} for name in inputs}
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter's own: on tracing, and on itself being the older of two
        torch.onnx.export(
            Whole().eval(),
            tuple(sample[name] for name in inputs),
            str(folder / "model.onnx"),
            input_names=list(inputs),
            output_names=["vector"],
            dynamic_axes={**axes, "vector": {0: "texts"}},
            dynamo=False,
        )
    onnx.checker.check_model(str(folder / "model.onnx"))
    transformer.tokenizer.backend_tokenizer.save(str(folder / "tokenizer.json"))
    return inputs


def _runner(folder: Path, inputs: Sequence[str], most_tokens: int) -> Callable[[str], NDArray[np.float32]]:
    """On one thread: several wait busily for each other while Chroma's own run."""
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(most_tokens)
    tokenizer.no_padding()

    def embed(text: str) -> NDArray[np.float32]:
        encoded = tokenizer.encode(text)
        held = {"input_ids": encoded.ids, "attention_mask": encoded.attention_mask, "token_type_ids": encoded.type_ids}
        feed = {name: np.asarray([held[name]], dtype=np.int64) for name in inputs}
        return np.asarray(session.run(["vector"], feed)[0][0], dtype=np.float32)

    return embed
