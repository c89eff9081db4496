"""Small latent and flow pipelines in random weights, one for each family of the table that a preset names."""

from pathlib import Path

import torch
from tiny_cascade import WIDTH, clip, clip_tokenizer

SMALL = {"layers_per_block": 1, "norm_num_groups": 8}


def vae(channels: int):
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        block_out_channels=(8, 16), down_block_types=("DownEncoderBlock2D",) * 2, latent_channels=channels,
        up_block_types=("UpDecoderBlock2D",) * 2, scaling_factor=0.3, shift_factor=0.1, **SMALL,
    ).eval()  # fmt: skip


def sdxl_unet():
    from diffusers import UNet2DConditionModel

    return UNet2DConditionModel(
        sample_size=16, in_channels=4, out_channels=4, block_out_channels=(16, 32), attention_head_dim=(2, 4),
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"), up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        transformer_layers_per_block=(1, 1), use_linear_projection=True, addition_embed_type="text_time",
        addition_time_embed_dim=8, projection_class_embeddings_input_dim=6 * 8 + WIDTH, cross_attention_dim=2 * WIDTH,
        **SMALL,
    ).eval()  # fmt: skip


def sdxl():
    """Return a small Stable Diffusion XL: two text encoders, pooled text and sizes beside the time."""
    from diffusers import EulerDiscreteScheduler, StableDiffusionXLPipeline
    from transformers import CLIPTextConfig, CLIPTextModelWithProjection

    torch.manual_seed(11)
    second = CLIPTextModelWithProjection(CLIPTextConfig(
        vocab_size=len(clip_tokenizer()), hidden_size=WIDTH, intermediate_size=37, num_hidden_layers=2,
        num_attention_heads=4, projection_dim=WIDTH, bos_token_id=0, eos_token_id=1, pad_token_id=2,
    )).eval()  # fmt: skip
    return StableDiffusionXLPipeline(
        vae=vae(4), text_encoder=clip(), text_encoder_2=second, tokenizer=clip_tokenizer(), unet=sdxl_unet(),
        tokenizer_2=clip_tokenizer(), scheduler=EulerDiscreteScheduler(beta_schedule="scaled_linear"),
        add_watermarker=False,
    )  # fmt: skip


def sdxl_control():
    """Return a small ControlNet for the small Stable Diffusion XL."""
    from diffusers import ControlNetModel

    torch.manual_seed(12)
    control = ControlNetModel.from_unet(sdxl_unet(), conditioning_embedding_out_channels=(8, 16))
    for block in [*control.controlnet_down_blocks, control.controlnet_mid_block]:
        torch.nn.init.normal_(block.weight, std=0.5)  # they start at zero, where no guide would be seen
    torch.nn.init.normal_(control.controlnet_cond_embedding.conv_out.weight, std=0.5)
    return control.eval()


def qwen_tokenizer():
    from tokenizers.pre_tokenizers import ByteLevel
    from transformers import Qwen2Tokenizer

    names = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", *sorted(ByteLevel.alphabet())]
    made = Qwen2Tokenizer(
        vocab={n: i for i, n in enumerate(names)}, merges=[], unk_token="<|endoftext|>", pad_token="<|endoftext|>",
        model_max_length=4096,
    )  # fmt: skip
    made.chat_template = "{% for m in messages %}{{ m['content'] }}{% endfor %}"
    return made


def qwen(layers: int, causal: bool):
    from transformers import Qwen3Config, Qwen3ForCausalLM, Qwen3Model

    config = Qwen3Config(
        vocab_size=len(qwen_tokenizer()), hidden_size=16, intermediate_size=16, num_hidden_layers=layers, head_dim=8,
        num_attention_heads=2, num_key_value_heads=2, max_position_embeddings=1024,
    )  # fmt: skip
    return (Qwen3ForCausalLM if causal else Qwen3Model)(config).eval()


def flow():
    from diffusers import FlowMatchEulerDiscreteScheduler

    return FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=False, shift=3.0)


def flux2_klein():
    """Return a small FLUX.2 klein: it looks at reference pictures beside the text."""
    from diffusers import AutoencoderKLFlux2, FlowMatchEulerDiscreteScheduler, Flux2KleinPipeline
    from diffusers import Flux2Transformer2DModel as Transformer

    torch.manual_seed(13)
    return Flux2KleinPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        vae=AutoencoderKLFlux2(
            block_out_channels=(8, 16), down_block_types=("DownEncoderBlock2D",) * 2, latent_channels=4,
            up_block_types=("UpDecoderBlock2D",) * 2, **SMALL,
        ).eval(),
        text_encoder=qwen(28, causal=True), tokenizer=qwen_tokenizer(),
        transformer=Transformer(
            in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16, num_attention_heads=2,
            joint_attention_dim=48, timestep_guidance_channels=16, axes_dims_rope=(4, 4, 4, 4), guidance_embeds=False,
        ).eval(),
        is_distilled=True,
    )  # fmt: skip


def z_image():
    """Return a small Z-Image."""
    from diffusers import ZImagePipeline, ZImageTransformer2DModel

    torch.manual_seed(14)
    return ZImagePipeline(
        scheduler=flow(), vae=vae(4), text_encoder=qwen(2, causal=False), tokenizer=qwen_tokenizer(),
        transformer=ZImageTransformer2DModel(
            in_channels=4, dim=32, n_layers=1, n_refiner_layers=1, n_heads=2, n_kv_heads=2, cap_feat_dim=16,
            axes_dims=[4, 6, 6], axes_lens=[1024, 64, 64],
        ).eval(),
    )  # fmt: skip


FAMILIES = {"StableDiffusionXLPipeline": sdxl, "Flux2KleinPipeline": flux2_klein, "ZImagePipeline": z_image}


def save(name: str, folder: Path, more: str = "guidance: 4") -> Path:
    """Save a family's pipeline into ``folder/stage1``, beside a description of one stage."""
    FAMILIES[name]().save_pretrained(folder / "stage1", safe_serialization=True)
    (folder / "cascade.yaml").write_text(
        f"stages:\n  - {{name: final, kind: latent, folder: stage1, pipeline: {name}, size: 96, step: 16, steps: 2,"
        f" {more}}}\n"
    )
    return folder
