"""A tiny cascade in random weights, in the ordinary directory layout: text encoder, base, two super-resolutions."""

from pathlib import Path
from string import ascii_lowercase, digits

import torch

WIDTH = 32
WORDS = (
    ["a", "the", "of", "in", "and", "on", "with", "at", "to", "girl", "boy", "man", "woman", "dog", "short", "long", "black", "red", "blue", "coat", "hair", "street", "rain", "night"]
)
DESCRIPTION = """\
about: tiny random weights, for tests
licence: none needed
encoder: {folder: stage1, tokens: 320}
stages:
  - {name: base, kind: pixel, folder: stage1, size: 32, steps: 3, sampler: dpm++, guidance: 4, micro_batch: 2}
  - {name: sr256, kind: pixel, folder: stage2, scale: 2, steps: 2, sampler: ddim, guidance: 2, augmentation: 250, micro_batch: 2}
  - {name: final, kind: pixel, folder: stage3, scale: 2, steps: 2, sampler: ddpm, guidance: 1, augmentation: 100, micro_batch: 2}
"""


def tokenizer():
    from transformers import T5Tokenizer

    special = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -3.0)]
    pieces = [(f"▁{w}", -6.0) for w in WORDS] + [(c, -9.0) for c in ascii_lowercase + digits + ".,'!?-:;()/"]
    return T5Tokenizer(vocab=special + pieces, extra_ids=0, model_max_length=320)


def text_encoder(size: int):
    from transformers import T5Config, T5EncoderModel

    torch.manual_seed(0)
    return T5EncoderModel(
        T5Config(
            vocab_size=size,
            d_model=WIDTH,
            d_kv=8,
            d_ff=64,
            num_layers=2,
            num_heads=4,
            feed_forward_proj="gated-gelu",
            dropout_rate=0.0,
        )  # fmt: skip
    ).eval()


def unet(seed: int, size: int, widths: tuple[int, int], enlarges: bool):
    from diffusers import UNet2DConditionModel

    torch.manual_seed(seed)
    more = (
        {"class_embed_type": "timestep", "only_cross_attention": True, "resnet_skip_time_act": True,
         "time_embedding_act_fn": "gelu", "resnet_out_scale_factor": 2**0.5, "mid_block_scale_factor": 2**0.5}
        if enlarges else {}
    )  # fmt: skip
    return UNet2DConditionModel(
        sample_size=size, in_channels=6 if enlarges else 3, out_channels=6, layers_per_block=1,
        block_out_channels=widths, norm_num_groups=8, attention_head_dim=8, cross_attention_dim=WIDTH,
        encoder_hid_dim=WIDTH, addition_embed_type="text", addition_embed_type_num_heads=2,
        cross_attention_norm="group_norm", resnet_time_scale_shift="scale_shift", act_fn="gelu",
        down_block_types=("ResnetDownsampleBlock2D", "SimpleCrossAttnDownBlock2D"),
        mid_block_type="UNetMidBlock2DSimpleCrossAttn",
        up_block_types=("SimpleCrossAttnUpBlock2D", "ResnetUpsampleBlock2D"), **more,
    ).eval()  # fmt: skip


def ddpm(cap: float):
    from diffusers import DDPMScheduler

    return DDPMScheduler(beta_schedule="squaredcos_cap_v2", variance_type="learned_range", thresholding=True,
                         dynamic_thresholding_ratio=0.95, sample_max_value=cap)  # fmt: skip


def plain_ddpm():
    from diffusers import DDPMScheduler

    return DDPMScheduler(beta_schedule="squaredcos_cap_v2")


def build(folder: Path) -> Path:
    """Save the cascade into ``folder``, a few MB, in seconds."""
    words = tokenizer()
    (folder / "stage1").mkdir(parents=True)
    words.save_pretrained(folder / "stage1" / "tokenizer")
    text_encoder(len(words)).save_pretrained(folder / "stage1" / "text_encoder", safe_serialization=True)
    for number, (size, widths, cap) in enumerate(((32, (32, 64), 1.5), (64, (16, 32), 1.0), (128, (16, 32), 1.0)), 1):
        stage = folder / f"stage{number}"
        unet(number, size, widths, enlarges=number > 1).save_pretrained(stage / "unet", safe_serialization=True)
        ddpm(cap).save_pretrained(stage / "scheduler")
        if number > 1:
            plain_ddpm().save_pretrained(stage / "image_noising_scheduler")
    (folder / "cascade.yaml").write_text(DESCRIPTION)
    return folder
