"""What a download is made of: zips, folders and their members, opened within stated limits."""
