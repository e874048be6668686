"""What people say: captions and transcripts, whose time codes are places and whose labels are speakers."""
