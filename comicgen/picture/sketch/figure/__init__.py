"""People into parts: skeletons with flesh, limbs, hands, feet, and folds where cloth bends."""
