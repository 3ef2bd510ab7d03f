"""Reads documents of recommendations: bytes in, a Programme out."""
