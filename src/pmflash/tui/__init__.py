"""The full-screen face of pmflash, and the only user of textual."""
