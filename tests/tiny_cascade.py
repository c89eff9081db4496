"""A tiny cascade in random weights, in the ordinary directory layout: text encoder, base, two super-resolutions."""

import re
from pathlib import Path
from string import ascii_letters, digits

import torch

torch.set_num_threads(1)  # several threads cost more than they give at this size, and much more on a busy machine

WIDTH = 32
WORDS = [
    "a", "the", "of", "in", "and", "on", "with", "at", "to", "girl", "boy", "man", "woman", "dog", "short", "long",
    "black", "red", "blue", "coat", "hair", "street", "rain", "night",
]  # fmt: skip
DESCRIPTION = """\
about: tiny random weights, for tests
licence: none needed
encoder: {folder: stage1, tokens: 320}
stages:
  - {name: base, kind: pixel, folder: stage1, size: 32, steps: 3, sampler: dpm++, guidance: 4, micro_batch: 2}
  - {name: sr256, kind: pixel, folder: stage2, scale: 2, steps: 2, sampler: ddim, guidance: 2, augmentation: 250,
     micro_batch: 2}
  - {name: final, kind: pixel, folder: stage3, scale: 2, steps: 2, sampler: ddpm, guidance: 1, augmentation: 100,
     micro_batch: 2}
"""


def told_words() -> list[str]:
    """Return the Latin words of the shipped stories, so that their prompts are as long as for a grown encoder."""
    stories = sorted((Path(__file__).parent.parent / "stories").glob("*.yaml"))
    return sorted({w for path in stories for w in re.findall(r"[A-Za-z]{2,}", path.read_text(encoding="utf-8"))})


def tokenizer():
    from transformers import T5Tokenizer

    special = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -3.0)]
    signs = ascii_letters + digits + ".,'!?-:;()/"
    pieces = [(f"▁{w}", -6.0) for w in dict.fromkeys([*WORDS, *told_words()])] + [(c, -9.0) for c in signs]
    return T5Tokenizer(vocab=special + pieces, extra_ids=0, model_max_length=320)


def text_encoder(size: int):
    from transformers import T5Config, T5EncoderModel

    torch.manual_seed(0)
    config = T5Config(
        vocab_size=size, d_model=WIDTH, d_kv=8, d_ff=64, num_layers=2, num_heads=4, feed_forward_proj="gated-gelu",
        dropout_rate=0.0,
    )  # fmt: skip
    return T5EncoderModel(config).eval()


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


def upscaler():
    """Return the parts of a latent x4 upscaler, as the library's pipeline takes them."""
    from diffusers import AutoencoderKL, DDIMScheduler, DDPMScheduler, UNet2DConditionModel

    torch.manual_seed(4)
    tiny = {"layers_per_block": 1, "norm_num_groups": 8}
    network = UNet2DConditionModel(
        sample_size=32, in_channels=7, out_channels=4, block_out_channels=(16, 32), cross_attention_dim=WIDTH,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"), up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        only_cross_attention=(True, True), use_linear_projection=True, num_class_embeds=1000, attention_head_dim=8,
        **tiny,
    ).eval()  # fmt: skip
    vae = AutoencoderKL(
        block_out_channels=(8, 16, 16), down_block_types=("DownEncoderBlock2D",) * 3, latent_channels=4,
        up_block_types=("UpDecoderBlock2D",) * 3, scaling_factor=0.08333, mid_block_add_attention=False, **tiny,
    ).eval()  # fmt: skip
    line = {"beta_start": 1e-4, "beta_end": 0.02, "beta_schedule": "scaled_linear"}
    return {
        "unet": network, "vae": vae, "tokenizer": clip_tokenizer(), "text_encoder": clip(),
        "low_res_scheduler": DDPMScheduler(**line),
        "scheduler": DDIMScheduler(**line, clip_sample=False, set_alpha_to_one=False, steps_offset=1,
                                   prediction_type="v_prediction"),
    }  # fmt: skip


def clip_tokenizer():
    from tokenizers.pre_tokenizers import ByteLevel
    from transformers import CLIPTokenizer

    signs = sorted(ByteLevel.alphabet())
    names = ["<|startoftext|>", "<|endoftext|>", "<pad>", *signs, *(c + "</w>" for c in signs)]
    return CLIPTokenizer(
        vocab={n: i for i, n in enumerate(names)}, merges=[], pad_token="<pad>", model_max_length=77
    )  # fmt: skip


def clip():
    from transformers import CLIPTextConfig, CLIPTextModel

    torch.manual_seed(5)
    return CLIPTextModel(CLIPTextConfig(
        vocab_size=len(clip_tokenizer()), hidden_size=WIDTH, intermediate_size=37, num_hidden_layers=2,
        num_attention_heads=4, projection_dim=WIDTH, bos_token_id=0, eos_token_id=1, pad_token_id=2,
    )).eval()  # fmt: skip


def latent_pipeline():
    """Return a whole small latent pipeline."""
    from diffusers import AutoencoderKL, DDIMScheduler, StableDiffusionPipeline, UNet2DConditionModel

    torch.manual_seed(6)
    network = UNet2DConditionModel(
        sample_size=8, in_channels=4, out_channels=4, layers_per_block=1, block_out_channels=(16, 32),
        norm_num_groups=8, attention_head_dim=8, cross_attention_dim=WIDTH,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"), up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
    ).eval()  # fmt: skip
    vae = AutoencoderKL(
        block_out_channels=(8, 16), down_block_types=("DownEncoderBlock2D",) * 2, latent_channels=4,
        up_block_types=("UpDecoderBlock2D",) * 2, layers_per_block=1, norm_num_groups=8,
    ).eval()  # fmt: skip
    return StableDiffusionPipeline(
        vae=vae, text_encoder=clip(), tokenizer=clip_tokenizer(), unet=network,
        scheduler=DDIMScheduler(beta_schedule="scaled_linear", clip_sample=False, set_alpha_to_one=False,
                                steps_offset=1),
        safety_checker=None, feature_extractor=None, requires_safety_checker=False,
    )  # fmt: skip


def scorer(folder: Path) -> Path:
    """Save a small CLIP directory into ``folder``."""
    from transformers import CLIPConfig, CLIPImageProcessorPil, CLIPModel

    torch.manual_seed(7)
    text = {"vocab_size": len(clip_tokenizer()), "hidden_size": WIDTH, "intermediate_size": 37, "num_hidden_layers": 1,
            "num_attention_heads": 4, "bos_token_id": 0, "eos_token_id": 1, "pad_token_id": 2}  # fmt: skip
    vision = {"hidden_size": WIDTH, "intermediate_size": 37, "num_hidden_layers": 1, "num_attention_heads": 4,
              "image_size": 32, "patch_size": 8}  # fmt: skip
    config = CLIPConfig(text_config=text, vision_config=vision, projection_dim=16)
    CLIPModel(config).eval().save_pretrained(folder, safe_serialization=True)
    clip_tokenizer().save_pretrained(folder)
    side = {"height": 32, "width": 32}
    CLIPImageProcessorPil(size={"shortest_edge": 32}, crop_size=side).save_pretrained(folder)
    return folder


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
