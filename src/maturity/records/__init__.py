"""Typed records of a profile, one module per section of the study."""
