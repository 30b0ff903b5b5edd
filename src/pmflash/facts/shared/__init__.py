"""What several fact kinds need and none of them owns."""
