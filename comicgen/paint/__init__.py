"""A drawing into PDF, and that PDF into pixels: the one painter of the house."""
