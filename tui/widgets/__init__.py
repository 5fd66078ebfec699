"""The widgets of the application; layout and marks are pure and know nothing of Textual."""
