"""The scoring engine: rules written once over a small algebra, applied to single numbers and to columns of tables."""
