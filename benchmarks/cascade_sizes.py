"""Random weights of two sizes into a cascade's directory: small for a processor, about the true ones for a card.

The true sizes follow the published parameter counts (IF-I-L 0.9 billion, IF-II-M 0.45, x4 upscaler
0.47, T5-XXL 4.7): the work of a step is right, the pictures are noise.
"""

from pathlib import Path

import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from tiny_cascade import clip_tokenizer, ddpm, plain_ddpm, tokenizer, upscaler
from transformers import CLIPTextConfig, CLIPTextModel, T5Config, T5EncoderModel

SMALL = {"one": (32, 64), "two": (32, 64), "three": (16, 32), "layers": 1, "groups": 8, "head": 8, "text": 64,
         "t5": {"d_kv": 16, "d_ff": 128, "num_layers": 6, "num_heads": 4}}  # fmt: skip
TRUE = {"one": (320, 640, 960, 1280), "two": (128, 256, 512, 768), "three": (256, 512, 512, 1024), "layers": 3,
        "groups": 32, "head": 64, "text": 4096,
        "t5": {"d_kv": 64, "d_ff": 10240, "num_layers": 24, "num_heads": 64}}  # fmt: skip
SR = {"in_channels": 6, "class_embed_type": "timestep", "only_cross_attention": True, "resnet_skip_time_act": True,
      "time_embedding_act_fn": "gelu", "resnet_out_scale_factor": 2**0.5, "mid_block_scale_factor": 2**0.5}  # fmt: skip


def pixel_unet(widths: tuple[int, ...], of: dict, **more: object) -> UNet2DConditionModel:
    """Return a base or super-resolution network; its own seed, whatever was made before it."""
    torch.manual_seed(len(more))
    deep = len(widths) - 1
    network = UNet2DConditionModel(
        out_channels=6, block_out_channels=widths, layers_per_block=of["layers"], norm_num_groups=of["groups"],
        attention_head_dim=of["head"], cross_attention_dim=widths[-1], encoder_hid_dim=of["text"],
        addition_embed_type="text", addition_embed_type_num_heads=of["head"] // 2, cross_attention_norm="group_norm",
        resnet_time_scale_shift="scale_shift", act_fn="gelu", mid_block_type="UNetMidBlock2DSimpleCrossAttn",
        down_block_types=("ResnetDownsampleBlock2D", *("SimpleCrossAttnDownBlock2D",) * deep),
        up_block_types=(*("SimpleCrossAttnUpBlock2D",) * deep, "ResnetUpsampleBlock2D"), **more,
    )  # fmt: skip
    with torch.no_grad():
        network.conv_out.weight.mul_(0.1)  # a wild variance of random weights would grow beyond all numbers
    return network


def upscale_parts(of: dict, small: bool) -> dict:
    """Return the upscaler's parts; its text encoder is small in both."""
    deep = len(of["three"]) - 1
    text = CLIPTextModel(CLIPTextConfig(
        vocab_size=len(clip_tokenizer()), hidden_size=64, intermediate_size=64, num_hidden_layers=2,
        num_attention_heads=4, bos_token_id=0, eos_token_id=1, pad_token_id=2,
    ))  # fmt: skip
    unet = UNet2DConditionModel(
        in_channels=7, out_channels=4, block_out_channels=of["three"], cross_attention_dim=64, attention_head_dim=8,
        down_block_types=("DownBlock2D", *("CrossAttnDownBlock2D",) * deep), layers_per_block=min(of["layers"], 2),
        up_block_types=(*("CrossAttnUpBlock2D",) * deep, "UpBlock2D"), num_class_embeds=1000,
        only_cross_attention=(*(True,) * deep, small), use_linear_projection=True, norm_num_groups=of["groups"],
    )  # fmt: skip
    wide = (8, 16, 16) if small else (128, 256, 512)
    vae = AutoencoderKL(
        block_out_channels=wide, down_block_types=("DownEncoderBlock2D",) * 3, latent_channels=4,
        up_block_types=("UpDecoderBlock2D",) * 3, scaling_factor=0.08333, layers_per_block=1 if small else 2,
        norm_num_groups=of["groups"] // 2, mid_block_add_attention=False,
    )  # fmt: skip
    return {"unet": unet, "vae": vae, "text_encoder": text}


def save(folder: Path, size: str) -> None:
    """Save a whole cascade."""
    of, dtype = (SMALL, torch.float32) if size == "small" else (TRUE, torch.bfloat16)
    torch.manual_seed(0)
    torch.set_default_dtype(dtype)
    words = tokenizer()
    (folder / "stage1").mkdir(parents=True)
    words.save_pretrained(folder / "stage1" / "tokenizer")
    config = T5Config(
        vocab_size=len(words), d_model=of["text"], feed_forward_proj="gated-gelu", dropout_rate=0.0, **of["t5"]
    )
    T5EncoderModel(config).save_pretrained(folder / "stage1" / "text_encoder")
    for number, name, more in ((1, "one", {"in_channels": 3}), (2, "two", SR)):
        stage = folder / f"stage{number}"
        pixel_unet(of[name], of, **more).save_pretrained(stage / "unet")
        ddpm(1.5 if number == 1 else 1.0).save_pretrained(stage / "scheduler")
        plain_ddpm().save_pretrained(stage / "image_noising_scheduler")
    parts = upscale_parts(of, size == "small")
    schedules = {name: part for name, part in upscaler().items() if name.endswith("scheduler")}
    for name, part in (parts | schedules | {"tokenizer": clip_tokenizer()}).items():
        part.save_pretrained(folder / "stage3" / name)
    torch.set_default_dtype(torch.float32)
