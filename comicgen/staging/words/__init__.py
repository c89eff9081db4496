"""Words of a story, English or Chinese, into what the staging knows: looks, deeds, faces, held things, sceneries."""
