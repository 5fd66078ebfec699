"""The widgets of the application; the scene, its parts and the marks know nothing of Textual."""
